#!/usr/bin/env python3
"""What SECURITY.md promises, against the binary: where answers and keys go, what files look like, what links are followed.

    security.py PITH           Exit status 1, with the promise, if one is broken."""
import contextlib
import http.server
import os
import pathlib
import pty
import select
import shutil
import ssl
import stat
import subprocess
import sys
import tempfile
import threading

PITH = os.path.abspath(sys.argv[1])
KEY = "sk-secret-0123456789"
ANSWER = "own algorithms perhaps"
DECK = "deck: d\nitems:\n  - {id: p, question: What protects technology, points: [own algorithms, patents]}\n"
broken = []


def promise(words, holds, shown=""):
    if not holds:
        broken.append(words)
        print(f"broken: {words}\n    {shown}", file=sys.stderr)


class Server:
    """Remembers every request; answers as it was told to."""

    def __init__(self, status=500, headers=(), tls=None, host="127.0.0.1"):
        seen = self.seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                seen.append((self.path, dict(self.headers), body))
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            do_GET = do_POST  # noqa: N815

            def do_CONNECT(self):  # noqa: N802
                seen.append((self.path, dict(self.headers), ""))
                self.send_error(502)

            def log_message(self, *_):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                pass

        self.server = Quiet((host, 0), Handler)
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.address = f"{host}:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Desk:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.write("decks/d.yaml", DECK)
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TMPDIR": str(self.folder / "tmp"),
                            "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_DATA_HOME": str(self.folder / "data"),
                            "XDG_CACHE_HOME": str(self.folder / "cache"), "XDG_STATE_HOME": str(self.folder / "state"),
                            "PITH_DECKS": str(self.folder / "decks"), "PITH_TEST_KEY": KEY}
        (self.folder / "tmp").mkdir()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def configure(self, url):
        self.write("config/pith/config.yaml", f"judge: {{url: '{url}', model: m, key_env: PITH_TEST_KEY, timeout: 5}}\n"
                                              f"encoder: endpoint\nendpoint: {{url: '{url}', model: m, key_env: PITH_TEST_KEY, timeout: 5}}\n")

    def run(self, *arguments, given="", **environment):
        done = subprocess.run([PITH, *arguments], input=given, capture_output=True, text=True, timeout=120, cwd=self.folder,
                              env=self.environment | environment, umask=0)
        promise("a key is in no output", KEY not in done.stdout + done.stderr, (arguments, done.stderr))
        return done

    def run_at_terminal(self, *arguments, **environment):
        child, screen = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execve(PITH, [PITH, *arguments], self.environment | environment | {"TERM": "xterm"})
        with contextlib.suppress(OSError):  # that the other end was closed
            while select.select([screen], [], [], 60)[0] and os.read(screen, 65536):
                pass
        os.close(screen)
        os.waitpid(child, 0)

    def grade(self, **environment):
        return self.run("grade", "d/p", ANSWER, "--judge", **environment)


def mode(path):
    return stat.S_IMODE(path.lstat().st_mode)


def keys(desk):
    server = Server(status=401)
    desk.configure(f"http://{server.address}/v1")
    for command in (["config"], ["doctor"], ["doctor", "--json"], ["explain", "d/p"], ["due"], ["grade", "d/p", ANSWER, "--judge", "--explain"],
                    ["grade", "d/p", ANSWER, "--judge", "--json"]):
        desk.run(*command)
    promise("a key is sent to its endpoint", any(f"Bearer {KEY}" in str(headers) for _, headers, _ in server.seen), server.seen)
    promise("a key is in no body or path", all(KEY not in path + body for path, _, body in server.seen))
    desk.run("review", given=f"{ANSWER}\n")
    promise("a key is in no file", all(KEY.encode() not in path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()))
    done = desk.run("grade", "d/p", ANSWER, "--judge", PITH_TEST_KEY=KEY + "\nX-Forged: 1")
    promise("a key forges no header", all("X-Forged" not in headers for _, headers, _ in server.seen), done.stderr)


def destinations(desk):
    there = Server()
    redirecting = Server(status=307, headers=[("Location", f"http://{there.address}/v1")])
    desk.configure(f"http://{redirecting.address}/v1")
    done = desk.grade()
    promise("a redirect is not followed", redirecting.seen and not there.seen, done.stderr)
    promise("a notice says where answers go", redirecting.address in done.stderr, done.stderr)

    proxy = Server()
    for host in ("127.0.0.1", "127.0.0.2"):
        here = Server(host=host)
        desk.configure(f"http://{here.address}/v1")
        done = desk.grade(http_proxy=f"http://{proxy.address}", all_proxy=f"http://{proxy.address}")
        promise("what stays on this machine passes no proxy", here.seen and not proxy.seen, (host, here.seen, proxy.seen))
    for url in ("http://192.0.2.1/v1", "http://example.org/v1", "http://127.0.0.1.example.org/v1", "ftp://127.0.0.1/v1",
                "file:///etc/passwd", "http://user@127.0.0.1/v1"):
        proxy = Server()
        desk.configure(url)
        done = desk.grade(http_proxy=f"http://{proxy.address}", all_proxy=f"http://{proxy.address}")
        promise("answers are not sent in the clear", done.returncode == 2 and not proxy.seen, (url, done))


def certificates(desk):
    made = subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                           "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem"],
                          cwd=desk.folder, capture_output=True, check=False) if shutil.which("openssl") else None
    if made is None or made.returncode:
        print("no openssl: certificates are not tested", file=sys.stderr)
        return
    server = Server(tls=(desk.folder / "cert.pem", desk.folder / "key.pem"))
    desk.configure(f"https://{server.address}/v1")
    done = desk.grade()
    promise("nothing is sent to a server with a bad certificate", not server.seen and "ertificate" in done.stderr, done.stderr)


def network(desk):
    (desk.folder / "config/pith/config.yaml").unlink()
    proxy = Server()
    for command in (["grade", "d/p", ANSWER], ["review", "--encoder", "none"], ["doctor"], ["stats"], ["list"]):
        desk.run(*command, given=f"{ANSWER}\n", http_proxy=f"http://{proxy.address}", https_proxy=f"http://{proxy.address}")
    promise("without configuration there is no network", not proxy.seen, proxy.seen)


def modes(desk):
    """Made with an umask of 0."""
    notes = desk.write("n.md", "Q: What protects technology?\nA: patents\n")
    for number, command in enumerate((["new", "deck", "x", "--title", "X", "--language", "en"], ["import", str(notes)], ["export", "d", "--format", "json", "-o"])):
        home = desk.folder / f"home{number}"
        decks = {"PITH_DECKS": str(desk.folder / "decks")} if command[0] == "export" else {"PITH_DECKS": ""}
        command += [str(home / "pith/out.json")] if command[0] == "export" else []
        done = desk.run(*command, XDG_DATA_HOME=str(home), **decks)
        promise("the data folder is for its owner alone, whatever makes it", done.returncode == 0 and mode(home / "pith") == 0o700, (command, done))
    (desk.folder / "open/pith").mkdir(parents=True)
    (desk.folder / "open/pith").chmod(0o755)
    desk.run("new", "deck", "x", "--title", "X", "--language", "en", XDG_DATA_HOME=str(desk.folder / "open"), PITH_DECKS="")
    promise("the rights of a folder that is there are its owner's", mode(desk.folder / "open/pith") == 0o755)
    shared = desk.folder / "shared"
    shared.mkdir(mode=0o700)
    desk.run("review", "--encoder", "none", given=f"{ANSWER}\n")
    desk.run("backup")
    desk.run("sync", str(shared))
    for folder in ("data", "cache", "state", "shared"):
        for path in (desk.folder / folder).rglob("*"):
            if path.is_file():
                promise("what pith keeps is for its owner alone", mode(path) == 0o600, (path, oct(mode(path))))
    promise("the folder of the history is for its owner alone", mode(desk.folder / "data/pith") == 0o700, oct(mode(desk.folder / "data/pith")))


def links(desk):
    precious = desk.write("precious", "precious")
    shared = desk.folder / "shared"
    segment = next(shared.glob("pith-*.log"))
    segment.unlink()
    segment.symlink_to(precious)
    (shared / "pith-reader.log").symlink_to("/etc/passwd")
    desk.run("sync", str(shared))
    desk.run("review", "--encoder", "none", "--new", "1", given=f"{ANSWER}\n")
    desk.run("sync", str(shared))
    (desk.folder / "page.html").symlink_to(precious)
    desk.run("report", "--html", "page.html")
    promise("nothing is written through a link", precious.read_text() == "precious", precious.read_text()[:80])
    made = subprocess.run([sys.executable, "-c", "import os,sys\nos.symlink('precious', f'page.html.{os.getpid()}.part')\n"
                                                 "os.execv(sys.argv[1], sys.argv[1:])", PITH, "report", "--html", "page.html"],
                          cwd=desk.folder, env=desk.environment, capture_output=True, check=False)
    promise("nor through one that knows the name of what is being written", precious.read_text() == "precious", made)


def editors(desk):
    seen = desk.folder / "seen"
    editor = desk.write("editor", f"#!/bin/sh\nfor f; do last=$f; done\nstat -c '%a %n' \"$last\" >> '{seen}'\n")
    editor.chmod(0o700)
    for editor_words in (str(editor), f"{editor} --flag $(touch${{IFS}}{desk.folder}/ran) ;touch {desk.folder}/ran"):
        desk.run_at_terminal("edit", "d/p", EDITOR=editor_words)
    lines = seen.read_text().splitlines()
    promise("an editor was called", len(lines) == 2, lines)
    for line in lines:
        permissions, _, name = line.partition(" ")
        promise("the file for an editor is for its owner alone", permissions == "600", line)
        promise("it is removed afterwards", not pathlib.Path(name).exists(), line)
    promise("no shell sees the words of $EDITOR", not (desk.folder / "ran").exists())
    promise("nothing is left beside the deck", [path.name for path in (desk.folder / "decks").iterdir()] == ["d.yaml"],
            list((desk.folder / "decks").iterdir()))


def sizes(desk):
    large = desk.folder / "large"
    large.mkdir()
    with open(large / "d.yaml", "wb") as file:
        file.truncate(3 << 30)
    # The address sanitizer alone asks for more than that.
    can_limit = shutil.which("prlimit") and b"__asan_init" not in pathlib.Path(PITH).read_bytes()
    limit = ["prlimit", f"--data={1 << 30}"] if can_limit else []
    for command in (["check", "large"], ["list", "large"], ["fmt", "--check", "large"], ["import", "large/d.yaml", "--format", "csv", "--dry-run"]):
        done = subprocess.run([*limit, PITH, *command], cwd=desk.folder, env=desk.environment, capture_output=True, text=True, timeout=120, check=False)
        promise("a file that is too large is refused unread", done.returncode in (1, 2, 3, 4) and done.stderr + done.stdout, (command, done))
    if can_limit:
        (desk.folder / "words.csv").write_bytes(b"front,back\n" * (20 << 20))
        done = subprocess.run(["prlimit", f"--data={100 << 20}", PITH, "import", "words.csv", "--dry-run"], cwd=desk.folder, env=desk.environment,
                              capture_output=True, text=True, timeout=120, check=False)
        promise("memory that runs out is named", done.returncode == 4 and done.stderr.startswith("pith: not enough memory"), done)
    with open(desk.folder / "shared/pith-large.log", "wb") as file:
        file.truncate(3 << 30)
    done = desk.run("sync", str(desk.folder / "shared"))
    promise("so is a segment", done.returncode == 0, done)


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        for part in (keys, destinations, certificates, network, modes, links, editors, sizes):
            part(desk)
    print(f"{len(broken)} promises broken")
    return 1 if broken else 0


sys.exit(main())
