"""Plays a page with mouse and keyboard, as a person does: what is covered or cannot be seen cannot be clicked."""
import json
import time

KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "Space": 32, "ArrowRight": 39, "ArrowDown": 40, "ArrowLeft": 37}


class Hands:
    def __init__(self, browser):
        self.browser = browser
        self.run = browser.evaluate
        self.call = browser.call

    # Keyboard

    def type(self, text):
        for letter in text:
            self.call("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    def press(self, key, control=False, shift=False):
        """A key by its name, or one letter with Control."""
        code = KEYS.get(key) or ord(key.upper())
        modifiers = (2 if control else 0) + (8 if shift else 0)
        name = " " if key == "Space" else key
        text = {"Space": " ", "Enter": "\r"}.get(key)
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", key=name, windowsVirtualKeyCode=code,
                  modifiers=modifiers, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", key=name, windowsVirtualKeyCode=code, modifiers=modifiers)

    # Mouse

    def place(self, element):
        """Where the middle of an element is, brought into view; raises if something covers it."""
        found = self.run(f"""(() => {{
            const node = {element};
            if (!node) return "is not there";
            node.scrollIntoView({{ block: "nearest" }});
            let box = node.getBoundingClientRect();
            const wide = Math.min(box.width, 40) / 2;
            let [x, y] = [box.x + wide, box.y + box.height / 2];
            if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) return "is out of view";
            const root = node.getRootNode();
            const top = root.elementFromPoint(x, y);
            const isHit = top && (node.contains(top) || top.contains(node) && top.matches("label, button, summary"));
            return isHit ? [x, y] : `is covered by ${{top?.className}}`;
        }})()""")
        if isinstance(found, str):
            raise RuntimeError(f"{element} {found}")
        return found

    def click(self, element):
        x, y = self.place(element)
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left" if kind != "mouseMoved" else "none",
                      clickCount=0 if kind == "mouseMoved" else 1)

    def button(self, text, within="document"):
        """Clicks the button that says so."""
        self.click(f"[...{within}.querySelectorAll('button')].find((one) => one.textContent.trim() === {json.dumps(text)})")

    def fill(self, element, text):
        """Types into a field in place of what it holds, and leaves it."""
        self.click(element)
        self.run(f"{element}.select?.()")
        self.press("Backspace") if not text else self.type(text)
        self.press("Tab")

    # Files

    def choose(self, press, path):
        """Chooses a file where `press` opens the dialog for one."""
        self.call("Page.setInterceptFileChooserDialog", enabled=True)
        seen = len(self.browser.events)
        press()
        end = time.monotonic() + 20
        while True:
            opened = [event for event in self.browser.events[seen:] if event.get("method") == "Page.fileChooserOpened"]
            if opened:
                break
            if time.monotonic() > end:
                raise RuntimeError("no dialog for a file")
            self.run("1")
            time.sleep(0.02)
        self.call("DOM.setFileInputFiles", files=[path], backendNodeId=opened[0]["params"]["backendNodeId"])
        self.call("Page.setInterceptFileChooserDialog", enabled=False)

    def drop(self, path):
        data = {"items": [], "files": [path], "dragOperationsMask": 1}
        for kind in ["dragEnter", "dragOver", "drop"]:
            self.call("Input.dispatchDragEvent", type=kind, x=200, y=300, data=data)
