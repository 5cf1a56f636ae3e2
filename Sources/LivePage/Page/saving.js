// Files of the page: a profile is saved, and opened by choice or drop, in a step that can be undone.
class Saving extends Telling {
  constructor() {
    super();
    // The texts of profiles that stand in a file.
    this.saved = new Set();
  }

  takeFiles() {
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
      this.load(event.dataTransfer.files[0]);
    });
    addEventListener("beforeunload", (event) => {
      this.commit();
      // What an opened file took the place of can only be brought back here.
      const kept = this.live.past.filter(({ file }) => file !== undefined).map(({ text }) => text);
      if ([this.state.profile.text, ...kept].some((text) => !this.saved.has(text))) event.preventDefault();
    });
  }

  // What is just being typed counts.
  commit() {
    const here = document.activeElement;
    if (!here?.matches("input[type=text],input[type=number],input[type=date],textarea")) return;
    here.blur();
    here.focus({ preventScroll: true });
  }

  save() {
    this.commit();
    const slug = this.state.profile.plain.title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    const name = (slug.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "profile") + ".json";
    const link = h("a", { download: name });
    link.href = URL.createObjectURL(new Blob([this.state.profile.text], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    this.saved.add(this.state.profile.text);
    this.showNext();
    this.tell(say("saved", name));
  }

  // Opens a file in a step that can be undone; one that is no profile changes nothing.
  async load(file) {
    this.commit();
    try {
      const text = await file.text();
      const before = this.state.profile.plain.title;
      this.takeUp(text, (profile) => this.live.open(profile, file.name));
      this.tell(say("opened", file.name, before));
    } catch (error) {
      const reason = error instanceof Misfit ? say("badAnswer", this.titleOf(error.message)) : say("badFormat");
      this.tell(say("notProfile", file.name, reason), true);
    }
  }
}
