{
  const element = (id) => document.getElementById(id);
  const limit = Number(document.body.dataset.limit);
  const newline = 10;
  const welcome = element("summary").textContent;
  let file = null;
  let review = null;

  /** Sends a file after a line of JSON; the answer, or an error that says why there is none. */
  async function send(wish) {
    const head = new TextEncoder().encode(JSON.stringify(wish) + "\n");
    if (head.length + file.bytes.length > limit) {
      throw new Error(`larger than ${limit / 1e6} MB, the limit`);
    }
    let answer;
    try {
      const headers = { "Content-Type": "application/octet-stream" };
      answer = await fetch("file", { method: "POST", headers, body: new Blob([head, file.bytes]) });
    } catch {
      throw new Error("newslint does not answer; is it still running in the terminal?");
    }
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  }

  /** Does something that takes a while, with the buttons switched off; what goes wrong is shown. */
  async function whileBusy(what, action) {
    const buttons = [...document.querySelectorAll("button")];
    const before = element("summary").textContent;
    element("problem").textContent = "";
    element("summary").textContent = what;
    buttons.forEach((button) => { button.disabled = true; });
    try {
      await action();
    } catch (error) {
      element("problem").textContent = `Error: ${error.message}`;
    } finally {
      if (element("summary").textContent === what) element("summary").textContent = before;
      buttons.forEach((button) => { button.disabled = false; });
    }
  }

  async function check(next, notes = []) {
    const before = file;
    file = next;
    await whileBusy("Checking …", async () => {
      let answer;
      try {
        answer = await (await send({ name: file.name })).json();
      } catch (error) {
        file = before;
        throw error;
      }
      review?.stop();
      element("summary").textContent = answer.summary;
      element("articles").innerHTML = answer.html;
      element("rules").innerHTML = answer.rules;
      element("rules-section").hidden = !answer.rules;
      for (const id of ["keys-help", "accept-safe", "download", "again", "tally"]) element(id).hidden = !answer.isRead;
      element("copy").hidden = !answer.isText;
      showNotes(notes);
      show("result");
      review = startReview(answer.report);
    });
    if (file === next) element("articles").querySelector(".card")?.focus({ preventScroll: true });
  }

  /** What is accepted, applied: the fixed file or its text. */
  async function apply(asText) {
    const [decisions] = review.decisions();
    const answer = await send({ name: file.name, decisions, as_text: asText });
    const content = new Uint8Array(await answer.arrayBuffer());
    const end = content.indexOf(newline);
    const head = JSON.parse(new TextDecoder().decode(content.subarray(0, end)));
    return { bytes: content.subarray(end + 1), notes: [head.summary, ...head.notes] };
  }

  function showNotes(notes) {
    element("notes").replaceChildren(...notes.map((note) => {
      const item = document.createElement("li");
      item.textContent = note;
      return item;
    }));
  }

  function show(id) {
    element("entry").hidden = id !== "entry";
    element("result").hidden = id !== "result";
  }

  async function open(files) {
    const [first] = files;
    if (!first) return;
    const bytes = new Uint8Array(await first.arrayBuffer());
    const notes = files.length > 1 ? [`Only ${first.name} was opened: newslint reads one file at a time.`] : [];
    await check({ name: first.name, bytes, isPasted: false }, notes);
  }

  element("entry").addEventListener("submit", (event) => {
    event.preventDefault();
    const bytes = new TextEncoder().encode(element("text").value);
    check({ name: element("format").value, bytes, isPasted: true });
  });
  element("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) element("entry").requestSubmit();
  });
  element("file").addEventListener("change", async (event) => {
    await open(event.target.files);
    event.target.value = "";
  });
  document.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length || event.clipboardData.getData("text/plain")) return;
    event.preventDefault();
    open(event.clipboardData.files);
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  for (const type of ["dragleave", "drop"]) {
    document.addEventListener(type, () => document.body.classList.remove("dropping"));
  }
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    open(event.dataTransfer.files);
  });
  element("copy").addEventListener("click", () => whileBusy("Copying …", async () => {
    const { bytes, notes } = await apply(true);
    try {
      await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    } catch {
      throw new Error("your browser does not let the page copy; download the file instead");
    }
    showNotes([...notes, "Copied."]);
    review.markSaved();
  }));
  element("download").addEventListener("click", () => whileBusy("Applying …", async () => {
    const { bytes, notes } = await apply(false);
    saveFile(bytes, file.name, "application/octet-stream");
    showNotes(notes);
    review.markSaved();
  }));
  element("again").addEventListener("click", async () => {
    let fixed = null;
    await whileBusy("Applying …", async () => { fixed = await apply(false); });
    if (fixed) await check({ ...file, bytes: fixed.bytes }, fixed.notes);
  });
  element("back").addEventListener("click", () => {
    review?.stop();
    review = null;
    if (file.isPasted) element("text").value = new TextDecoder().decode(file.bytes);
    element("summary").textContent = welcome;
    element("problem").textContent = "";
    showNotes([]);
    show("entry");
    element("text").focus();
  });
}
