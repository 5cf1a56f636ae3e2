"""A headless browser, spoken to over a pair of pipes (Chrome DevTools Protocol)."""
import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time


def find_browser():
    """The browser that reports are printed with, too; None if there is none."""
    named = os.environ.get("ADVISOR_BROWSER")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
    return next((path for path in map(shutil.which, names) if path), None)


def browser_or_exit(what):
    """The browser; without one this program ends with status 3 and says what was not run."""
    program = find_browser()
    if not program:
        print(f"not run: {what} needs a Chromium (or ADVISOR_BROWSER)")
        sys.exit(3)
    return program


class Browser:
    """One page of a browser of its own, without network.

    - preferences: as the browser keeps them. - user: the id of another user that the browser runs as; only root can.
    """

    def __init__(self, program, preferences=None, user=None):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        if preferences:
            os.makedirs(os.path.join(self.folder.name, "Default"))
            with open(os.path.join(self.folder.name, "Default", "Preferences"), "w") as file:
                json.dump(preferences, file)
        other = {}
        if user is not None:
            for place, folders, files in os.walk(self.folder.name):
                for name in [place] + [os.path.join(place, one) for one in files]:
                    os.chown(name, user, user)
            other = {"user": user, "group": user, "extra_groups": [], "env": {**os.environ, "HOME": self.folder.name}}
        theirs_in, self.writing = os.pipe()
        self.reading, theirs_out = os.pipe()

        # The browser reads from 3 and writes to 4. The ends are moved out of the way first: they may have these numbers.
        def arrange():
            os.dup2(theirs_in, 200)
            os.dup2(theirs_out, 201)
            os.dup2(200, 3)
            os.dup2(201, 4)

        words = [program, "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
                 "--user-data-dir=" + self.folder.name, "--disable-background-networking", "--disable-component-update",
                 "--disable-sync", "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND"]
        if os.geteuid() == 0:
            words.append("--no-sandbox")
        self.process = subprocess.Popen(words + ["about:blank"], preexec_fn=arrange, close_fds=False,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **other)
        os.close(theirs_in)
        os.close(theirs_out)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log"]:
            self.call(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def call(self, method, **parameters):
        """The result of a command; events that come first are kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.writing, data[:60_000]):]
        while True:
            answer = self.receive()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            else:
                return answer["result"]

    def receive(self, seconds=300):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.reading], [], [], left)[0]:
                raise RuntimeError("the browser does not answer")
            piece = os.read(self.reading, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has gone")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, address):
        """Opens a page and waits until it is loaded; the events since then."""
        self.events = []
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())
        return self.events

    def evaluate(self, expression):
        """The value of an expression, awaited; raises if it throws."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return result["result"].get("value")

    def wait(self, condition, seconds=120):
        """Waits until an expression is true."""
        end = time.monotonic() + seconds
        while not self.evaluate(condition):
            if time.monotonic() > end:
                raise RuntimeError("waited in vain for " + condition)
            time.sleep(0.02)

    def complaints(self):
        """What the console or the log said, and every request but the one for the file itself and blobs."""
        self.evaluate("1")
        said = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.consoleAPICalled":
                words = [str(one.get("value", one.get("description"))) for one in parameters["args"]]
                said.append("console: " + " ".join(words))
            if method == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                said.append("exception: " + (details.get("exception", {}).get("description") or details["text"]))
            if method == "Log.entryAdded":
                said.append("log: " + parameters["entry"]["text"])
            if method == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if not url.startswith(("file:", "blob:", "data:")):
                    said.append("request: " + url)
        return said

    def picture(self, path):
        """What is seen now, as a PNG."""
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def size(self, width, height, scheme="light"):
        """How large the window is, and whether it is light or dark."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
