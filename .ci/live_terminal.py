"""An interview at a terminal, for comparing what it saves with what the page saves."""
import os
import pty
import select
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ASKS = {"en": b"Answer: ", "de": b"Antwort: "}


def interview(advisor, path, language, lines, words):
    """Types every line when something is asked; the last one ends it."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        os.execv(advisor, [advisor, "interview", path, "--lang", language, "--color", "never", *words])
    heard = b""
    for number, line in enumerate(lines, 1):
        end = time.monotonic() + 60
        while heard.count(ASKS[language]) < number:
            if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise RuntimeError("the interview does not ask: " + heard.decode(errors="replace")[-300:])
            heard += os.read(terminal, 65536)
        os.write(terminal, (line + "\n").encode())
    while True:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:  # It has ended.
            break
    os.close(terminal)
    os.waitpid(process, 0)


def word(value):
    """An answer of a profile as a word of the command line."""
    if value is None or isinstance(value, bool):
        return {None: "?", True: "yes", False: "no"}[value]
    if isinstance(value, dict):
        return f"{value['from']}-{value['to']}"
    return ",".join(value) if isinstance(value, list) else str(value)
