/// The script of the questionnaire page. It is the same in every language and for every catalogue: what it says stands
/// in the data block "words", what it asks in the form.
enum QuestionnaireScript {
  static let text = #"""

    "use strict";
    const find = (id) => document.getElementById(id);
    const words = JSON.parse(find("words").textContent);
    const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

    // The file that was opened: whatever this page does not show is saved again as it was.
    let base = {};
    // Answers of that file that the form cannot show, by fact; saved again until the question is answered here.
    const kept = new Map();
    let isChanged = false;

    const questions = Array.from(document.querySelectorAll("[data-fact]"), (node) => {
      const part = (role) => node.querySelector(`[data-role=${role}]`);
      return {
        node, id: node.dataset.fact, type: node.dataset.type,
        options: Array.from(node.querySelectorAll("[data-role=option]")),
        boxes: Array.from(node.querySelectorAll("[type=radio],[type=checkbox]")),
        none: part("none"), unknown: part("unknown"), from: part("from"), to: part("to"),
        note: part("note"), clear: part("clear"),
      };
    });

    // The answer as a profile holds it; undefined if there is none.
    function read(question) {
      if (question.unknown.checked) return null;
      const chosen = question.options.filter((box) => box.checked).map((box) => box.value);
      switch (question.type) {
        case "boolean": return chosen.length ? chosen[0] === "true" : undefined;
        case "choice": return chosen[0];
        case "choices": return chosen.length || question.none?.checked ? chosen : undefined;
        case "date": return question.from.value || undefined;
        case "number": {
          if (question.from.value === "") return undefined;
          const from = question.from.valueAsNumber;
          return question.to.value === "" ? from : { from, to: question.to.valueAsNumber };
        }
      }
    }

    function show(question, value) {
      for (const box of question.boxes) box.checked = false;
      if (question.from) question.from.value = "";
      if (question.to) question.to.value = "";
      kept.delete(question.id);
      if (value === undefined) return;
      const values = [value].flat();
      if (value === null) question.unknown.checked = true;
      else if (question.from) {
        question.from.value = isObject(value) ? value.from : value;
        if (question.to && isObject(value)) question.to.value = value.to;
      } else {
        for (const box of question.options) box.checked = values.some((one) => String(one) === box.value);
        if (question.none) question.none.checked = Array.isArray(value) && !value.length;
      }
      if (JSON.stringify([read(question)].flat().sort()) !== JSON.stringify(values.sort())) kept.set(question.id, value);
    }

    // Ticking one box clears those that it cannot stand beside; a typed answer clears "not known".
    function settle(question, target) {
      if (target.dataset.role === "note") return;
      kept.delete(question.id);
      if (!question.boxes.includes(target)) question.unknown.checked = false;
      if (!target.checked) return;
      const isAlone = (box) => box === question.unknown || "exclusive" in box.dataset;
      for (const box of question.boxes) {
        if (box !== target && (isAlone(target) || isAlone(box))) box.checked = false;
      }
      if (target !== question.unknown) return;
      for (const input of [question.from, question.to]) if (input) input.value = "";
    }

    function check(question) {
      if (!question.to) return;
      const { from, to } = question;
      const misses = from.value === "" && to.value !== "" && !from.validity.badInput;
      const falls = from.value !== "" && to.value !== "" && from.valueAsNumber > to.valueAsNumber;
      from.setCustomValidity(misses ? words.needsFrom : "");
      to.setCustomValidity(falls ? words.falls : "");
    }

    // "#" in a text of the page stands for what is to be filled in, in order.
    const fill = (text, ...values) => text.replace(/#/g, () => values.shift());

    function tell(text, isWrong = false) {
      find("status").textContent = text;
      find("status").classList.toggle("wrong", isWrong);
    }

    function update() {
      const counts = { answered: 0, unknown: 0 };
      const groups = new Map();
      for (const question of questions) {
        check(question);
        const value = kept.has(question.id) ? kept.get(question.id) : read(question);
        const state = value === undefined ? "" : value === null ? "unknown" : "answered";
        const group = question.node.closest("section").id;
        const sum = groups.get(group) ?? { done: 0, all: 0 };
        groups.set(group, { done: sum.done + (state ? 1 : 0), all: sum.all + 1 });
        question.clear.hidden = !state;
        if (state) {
          counts[state] += 1;
          question.node.dataset.state = state;
        } else delete question.node.dataset.state;
      }
      find("progress").textContent = fill(words.progress, counts.answered, questions.length)
        + (counts.unknown ? fill(words.unknown, counts.unknown) : "");
      for (const [id, sum] of groups) {
        document.querySelector(`[data-count="${id}"]`).textContent = `${sum.done}/${sum.all}`;
      }
    }

    // A text of a profile: plain, with a text inside, or in several languages.
    function said(value) {
      const text = isObject(value) && "text" in value ? value.text : value;
      return String(isObject(text) ? text[words.language] ?? text.en ?? Object.values(text)[0] ?? "" : text ?? "");
    }

    function today() {
      const now = new Date();
      const padded = (number) => String(number).padStart(2, "0");
      return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
    }

    // An object without the members that hold nothing; undefined if none is left.
    function filled(object) {
      const members = Object.entries(object).filter(([, value]) => value !== undefined && value !== "");
      return members.length ? Object.fromEntries(members) : undefined;
    }

    function requirements() {
      const before = Array.isArray(base.requirements) ? base.requirements : [];
      const lines = find("requirements").value.split("\n").map((line) => line.trim()).filter(Boolean);
      return lines.length ? lines.map((text) => before.find((one) => said(one) === text) ?? { text }) : undefined;
    }

    function profile() {
      const answers = { ...base.answers };
      const notes = { ...base.notes };
      for (const { id, note, ...question } of questions) {
        answers[id] = kept.has(id) ? kept.get(id) : read(question);
        const text = note.value.trim();
        const before = notes[id];
        if (text !== said(before).trim()) notes[id] = isObject(before) && text ? { ...before, text } : text;
      }
      return filled({
        ...base,
        format: 1,
        title: find("title").value.trim(),
        customer: filled({
          ...base.customer, name: find("customer").value.trim(), contact: find("contact").value.trim(),
        }),
        date: find("date").value || today(),
        language: base.language ?? words.language,
        answers: filled(answers) ?? {},
        notes: filled(notes),
        requirements: requirements(),
      });
    }

    function save() {
      const wrong = find("form").querySelector(":invalid:not(fieldset)");
      if (wrong) {
        wrong.scrollIntoView({ block: "center" });
        return find("form").reportValidity();
      }
      const content = profile();
      const slug = content.title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
      const name = (slug.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "profile") + ".json";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2) + "\n"], { type: "application/json" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      isChanged = false;
      tell(fill(words.saved, name));
    }

    async function load(file) {
      let loaded;
      try { loaded = JSON.parse(await file.text()); } catch { loaded = null; }
      const isProfile = isObject(loaded) && loaded.format === 1
        && ["answers", "notes", "customer"].every((key) => loaded[key] === undefined || isObject(loaded[key]));
      if (!isProfile) return tell(fill(words.notProfile, file.name), true);
      if (isChanged && !confirm(words.replace)) return;
      base = loaded;
      find("title").value = said(base.title);
      find("customer").value = said(base.customer?.name);
      find("contact").value = said(base.customer?.contact);
      find("date").value = said(base.date);
      find("requirements").value = (Array.isArray(base.requirements) ? base.requirements : []).map(said).join("\n");
      for (const question of questions) {
        show(question, base.answers?.[question.id]);
        question.note.value = said(base.notes?.[question.id]);
        question.note.closest("details").open = question.note.value !== "";
      }
      isChanged = false;
      update();
      const rest = kept.size ? fill(words.kept, Array.from(kept.keys()).join(", ")) : "";
      tell(fill(words.opened, file.name) + rest, kept.size > 0);
    }

    find("form").addEventListener("submit", (event) => event.preventDefault());
    find("form").addEventListener("input", (event) => {
      if (event.target.id === "file") return;
      const question = questions.find(({ node }) => node.contains(event.target));
      if (question) settle(question, event.target);
      isChanged = true;
      update();
    });
    for (const question of questions) {
      question.clear.addEventListener("click", () => {
        show(question, undefined);
        isChanged = true;
        update();
        (question.boxes[0] ?? question.from).focus();
      });
    }
    find("save").addEventListener("click", save);
    find("load").addEventListener("click", () => find("file").click());
    find("file").addEventListener("change", () => {
      if (find("file").files.length) load(find("file").files[0]);
      find("file").value = "";
    });
    addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    addEventListener("dragleave", () => document.body.classList.remove("dropping"));
    addEventListener("drop", (event) => {
      document.body.classList.remove("dropping");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      load(event.dataTransfer.files[0]);
    });
    addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
    addEventListener("pageshow", update);
    for (const node of document.querySelectorAll(".without-script")) node.hidden = true;
    for (const node of document.querySelectorAll(".with-script")) node.hidden = false;
    update();

    """#
}
