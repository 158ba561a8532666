"use strict";
/** Lets a person decide on the findings of a report that is on the page; `stop` makes room for another. */
function startReview(report) {
  const findings = report.files.flatMap((file) => file.findings);
  const cards = findings.map((finding) => document.getElementById(finding.id));
  const number = new Map(findings.map((finding, index) => [finding.id, index]));
  const marks = new Map(findings.map((finding) => [finding.id, []]));
  for (const mark of document.querySelectorAll(".mark")) {
    marks.get(mark.getAttribute("href").slice(1)).push(mark);
  }
  const buttons = new Map(findings.map((finding) => [finding.id, new Map()]));
  for (const button of document.querySelectorAll(".card input")) buttons.get(button.name).set(button.value, button);
  const choosable = findings.filter((finding) => finding.suggestions.length);
  const decisions = new Map();
  const listening = new AbortController();
  let current = -1;
  let saved = true;

  function choose(finding, value) {
    const button = buttons.get(finding.id).get(value);
    if (!button) return false;
    button.checked = true;
    note(finding, value);
    return true;
  }

  function note(finding, value) {
    if (value === "") decisions.delete(finding.id);
    else decisions.set(finding.id, value);
    for (const element of [cards[number.get(finding.id)], ...marks.get(finding.id)]) {
      element.classList.toggle("accepted", value !== "" && value !== "reject");
      element.classList.toggle("rejected", value === "reject");
    }
    saved = decisions.size === 0;
  }

  function tell() {
    const rejected = [...decisions.values()].filter((value) => value === "reject").length;
    const accepted = decisions.size - rejected;
    const open = choosable.length - decisions.size;
    document.getElementById("tally").textContent =
      `${accepted} accepted, ${rejected} left as is, ${open} undecided`;
  }

  function go(index) {
    if (!cards[index]) return;
    current = index;
    cards[index].focus();
    cards[index].scrollIntoView({ block: "center" });
  }

  function nextUndecided() {
    for (let step = 1; step <= findings.length; step += 1) {
      const index = (current + step) % findings.length;
      const finding = findings[index];
      if (finding.suggestions.length && !decisions.has(finding.id)) return go(index);
    }
  }

  function decide(value) {
    if (current < 0 || !choose(findings[current], value)) return;
    tell();
    if (value !== "") go(current + 1);
  }

  function acceptSafe() {
    for (const finding of choosable) {
      const isSafe = cards[number.get(finding.id)].classList.contains("safe");
      if (isSafe && !decisions.has(finding.id)) choose(finding, "0");
    }
    tell();
  }

  function decisionsOf(file) {
    return {
      path: file.path,
      sha256: file.sha256,
      language_format: file.language_format,
      style: file.style,
      decisions: file.findings.filter((finding) => decisions.has(finding.id)).map((finding) => {
        const value = decisions.get(finding.id);
        const accept = value !== "reject";
        const suggestion = accept ? finding.suggestions[Number(value)] : "";
        return { rule: finding.rule, start: finding.start, end: finding.end, suggestion, accept };
      }),
    };
  }

  const keys = {
    j: () => go(Math.min(current + 1, findings.length - 1)),
    k: () => go(Math.max(current - 1, 0)),
    n: nextUndecided,
    a: () => decide("0"),
    r: () => decide("reject"),
    u: () => decide(""),
  };

  function listen(target, type, listener) {
    target.addEventListener(type, listener, { signal: listening.signal });
  }

  listen(document, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) return;
    if (event.target.closest("textarea, select")) return;
    const action = /^[1-9]$/.test(event.key) ? () => decide(String(Number(event.key) - 1)) : keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  listen(document, "change", (event) => {
    const index = number.get(event.target.name);
    if (index === undefined) return;
    note(findings[index], event.target.value);
    tell();
  });
  listen(document, "focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) current = number.get(card.id);
  });
  listen(document, "click", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark) return;
    event.preventDefault();
    go(number.get(mark.getAttribute("href").slice(1)));
  });
  listen(document.getElementById("accept-safe"), "click", acceptSafe);
  listen(window, "beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });
  for (const input of document.querySelectorAll(".card input:checked")) {
    if (input.value !== "") note(findings[number.get(input.name)], input.value);
  }
  tell();

  return {
    decisions: () => report.files.map(decisionsOf),
    isSaved: () => saved,
    markSaved: () => { saved = true; },
    stop: () => listening.abort(),
  };
}

/** Saves a file under a name, as a link to it would. */
function saveFile(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
