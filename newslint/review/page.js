{
  const report = JSON.parse(document.getElementById("findings").textContent);
  const review = startReview(report);
  document.getElementById("save").addEventListener("click", () => {
    const files = review.decisions().filter((file) => file.decisions.length);
    const text = JSON.stringify({ generator: report.generator, version: report.version, files }, null, 1) + "\n";
    saveFile(text, "newslint-decisions.json", "application/json");
    review.markSaved();
  });
}
