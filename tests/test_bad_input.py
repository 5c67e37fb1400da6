"""Bad input through the real command line: one sentence, the right exit code, nothing written, in time and memory."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import stat
import subprocess
import sys
import termios
import time
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

import reportkit as package
from reportkit.cli.main import run
from tests.bad_input import heavy, places, repositories, templates, texts, word_files, words
from tests.bad_input import project as spoiling
from tests.every_case import every_case

SECONDS, MEGABYTES = 2, 200


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = spoiling.make_project(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("VISUAL", "false")
    return root


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def reportkit(project: Path, capsys: pytest.CaptureFixture[str]):
    """Run a command in this process."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = int(run(arguments))
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Outcome(code, said.out, said.err)

    return call


def everything(root: Path) -> dict[str, object]:
    """Return every file, folder, link and oddity below `root`, with the bytes of those that have any."""
    found: dict[str, object] = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            mode = path.lstat().st_mode
            held = path.read_bytes() if stat.S_ISREG(mode) else os.fspath(path.readlink()) if path.is_symlink() else ""
            found[os.fspath(path)] = (stat.S_IFMT(mode), held)
    return found


def refuses(reportkit, root: Path, said: tuple[str, ...], inspection: str = "homes") -> None:
    """Both `check` and `draft` refuse in these words, and leave everything as it was."""
    before = everything(root)
    checked = reportkit("check", inspection)
    listed = checked.out.replace(": WRONG: ", ": ").splitlines()
    assert [sentence for sentence in said if sentence not in listed] == []
    assert checked.code == 1
    drafted = reportkit("draft", inspection)
    assert drafted == (1, "", "".join(f"{sentence}\n" for sentence in said))
    assert everything(root) == before


@pytest.mark.parametrize("case", texts.TEXTS.values(), ids=texts.TEXTS)
def test_a_text_that_is_refused_is_named_with_its_line(project, reportkit, case):
    spoiling.written(f"{spoiling.HOME}/{case.file}", case.data)(project)
    refuses(reportkit, project, (f"{spoiling.HOME}/{case.file}{case.said}",))


@pytest.mark.parametrize("case", places.PLACES.values(), ids=places.PLACES)
def test_what_is_no_file_of_an_inspection_is_named(project, reportkit, case):
    case.spoil(project)
    refuses(reportkit, project, case.said)


class Measured(NamedTuple):
    outcome: Outcome
    seconds: float
    megabytes: float


# The process in between is small, since what is measured of a child begins with what its parent holds.
MEASURE = """
import os, resource, sys
child = os.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
with open(sys.argv[1], "w") as file:
    print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=file)
"""


@pytest.fixture
def measured(project: Path, tmp_path: Path):
    """Run a command in a process of its own and measure what it costs."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment["PYTHONPATH"] = os.fspath(Path(package.__file__).parents[1])

    def call(*arguments: str) -> Measured:
        into = os.fspath(tmp_path / "measured")
        start = [sys.executable, "-I", "-S", "-c", MEASURE, into, sys.executable, "-m", "reportkit"]
        finished = subprocess.run(
            [*start, *arguments], env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=True
        )
        code, seconds, megabytes = map(float, Path(into).read_text().split())
        said = Outcome(int(code), finished.stdout.decode(), finished.stderr.decode())
        return Measured(said, seconds, megabytes)

    return call


def refuses_cheaply(measured, root: Path, said: str) -> None:
    before = everything(root)
    outcome, seconds, megabytes = measured("draft", "homes")
    assert outcome == (1, "", f"{said}\n")
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
    assert everything(root) == before


@pytest.mark.parametrize("case", heavy.HEAVY.values(), ids=heavy.HEAVY)
def test_a_text_that_is_too_much_is_refused_at_little_cost(project, measured, case):
    spoiling.written(f"{spoiling.HOME}/{case.file}", case.data)(project)
    refuses_cheaply(measured, project, f"{spoiling.HOME}/{case.file}{case.said}")


@pytest.mark.parametrize("name", ["loops in loops", "loops in loops that say nothing", "memory by text"])
def test_a_template_without_end_is_stopped_at_little_cost(project, measured, name):
    text, said = templates.TEMPLATES[name]
    spoiling.written(templates.REPORT, text)(project)
    refuses_cheaply(measured, project, f"{templates.REPORT}{said}")


@pytest.mark.parametrize("name", ["a zip bomb", "one with entities of entities"])
def test_a_house_file_that_is_a_bomb_is_refused_at_little_cost(project, measured, name):
    spoil, said = word_files.WORD_FILES[name]
    spoiling.written(word_files.HOUSE, spoil(word_files.SHIPPED_HOUSE))(project)
    refuses_cheaply(measured, project, f"{word_files.HOUSE}: The house file {said}. {word_files.SAVE_AGAIN}")


@pytest.mark.parametrize("name", ["a FIFO", "a link to a device", "folders within folders"])
def test_a_place_that_would_never_end_is_refused_at_little_cost(project, measured, name):
    case = places.PLACES[name]
    case.spoil(project)
    refuses_cheaply(measured, project, *case.said)


@every_case("case", words.WORDS, ids=lambda case: " ".join(case.arguments)[:60].encode("unicode-escape").decode())
def test_a_command_line_that_is_wrong_says_so_and_writes_nothing(project, reportkit, case):
    before = everything(project)
    outcome = reportkit(*case.arguments)
    assert outcome.err.splitlines()[-1:] == [case.said]
    assert (outcome.code, outcome.out) == (case.code, "")
    assert everything(project) == before


@every_case(("text", "said"), templates.TEMPLATES.values(), ids=templates.TEMPLATES)
def test_a_template_that_does_not_work_is_named_with_its_line(project, reportkit, text, said):
    spoiling.written(templates.REPORT, text)(project)
    before = everything(project)
    assert reportkit("draft", "homes") == (1, "", f"{templates.REPORT}{said}\n")
    assert everything(project) == before


@every_case(
    ("spoil", "said"),
    [*word_files.WORD_FILES.values(), *word_files.HOUSES.values()],
    ids=[*word_files.WORD_FILES, *word_files.HOUSES],
)
def test_a_house_file_that_carries_no_report_is_named(project, reportkit, spoil, said):
    spoiling.written(word_files.HOUSE, spoil(word_files.SHIPPED_HOUSE))(project)
    before = everything(project)
    sentence = f"{word_files.HOUSE}: The house file {said}. {word_files.SAVE_AGAIN}\n"
    assert reportkit("draft", "homes") == (1, "", sentence)
    assert everything(project) == before


def test_a_house_file_that_is_a_folder_is_named(project, reportkit):
    (project / word_files.HOUSE).mkdir(parents=True)
    said = f"{word_files.HOUSE}: is a folder. Put the Word document itself here, or take the folder away.\n"
    assert reportkit("draft", "homes") == (1, "", said)


@every_case("command", [("verify",), ("questionnaire", "import", "homes")], ids=" ".join)
@every_case(("spoil", "said"), word_files.WORD_FILES.values(), ids=word_files.WORD_FILES)
def test_a_document_that_no_one_can_read_is_named(project, reportkit, command, spoil, said):
    (project / "back.docx").write_bytes(spoil(word_files.SHIPPED_HOUSE))
    before = everything(project)
    assert reportkit(*command, "back.docx") == (1, "", f"back.docx: The document {said}. {word_files.SAVE_AGAIN}\n")
    assert everything(project) == before


@pytest.mark.parametrize("command", [("verify",), ("questionnaire", "import", "homes")], ids=" ".join)
def test_a_folder_in_place_of_a_document_is_named(project, reportkit, command):
    (project / "back.docx").mkdir()
    outcome = reportkit(*command, "back.docx")
    assert outcome == (1, "", "back.docx: is a folder. Name the file in it.\n")


@pytest.mark.parametrize("path", [word_files.HOUSE, templates.REPORT])
def test_a_pipe_for_a_template_is_not_waited_for(project, reportkit, path):
    spoiling.piped(path)(project)
    assert reportkit("draft", "homes") == (1, "", f"{path}: {places.ORDINARY}\n")


def test_templates_that_are_a_link_are_not_passed_over(project, reportkit):
    spoiling.linked("templates", "/etc")(project)
    said = "templates: is a link to another place. Put the folder itself here.\n"
    assert reportkit("draft", "homes") == (1, "", said)


def test_a_template_that_is_not_there_is_the_shipped_one(project, reportkit):
    (project / "templates").mkdir()
    assert reportkit("draft", "homes").code == 0


COMMANDS = [
    ("check",),
    ("draft", "homes"),
    ("save", "homes"),
    (*words.NEW, "elm"),
    (*words.ADD, "homes"),
    ("add", "driver", "homes", "--title", "T", "--reach", "corporate"),
    ("moderate",),
    ("moderate", "homes"),
    ("moderate", "submit", "homes"),
    ("moderate", "sign-off", "homes"),
    ("moderate", "pack", "homes"),
    ("sync",),
    ("settle", "homes"),
    ("settle", "homes", "late", "--mine"),
    ("people",),
    ("people", "retire", "ann", "--until", "2004-06-30"),
    ("people", "save"),
    ("status",),
    ("history", "homes"),
    ("verify",),
    ("undo", "homes"),
    ("undo", "--people"),
]


@every_case("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
@every_case(("data", "said"), repositories.REPOSITORIES.values(), ids=repositories.REPOSITORIES)
def test_no_command_goes_on_in_a_repository_that_is_not_ours_to_read(project, reportkit, command, data, said):
    spoiling.written("reportkit.yaml", data)(project)
    before = everything(project)
    assert reportkit(*command) == (1, "", f"{said.format(version=package.__version__)}\n")
    assert everything(project) == before


@every_case(("data", "said"), repositories.REPOSITORIES.values(), ids=repositories.REPOSITORIES)
def test_the_doctor_looks_on_and_says_it(project, reportkit, data, said):
    spoiling.written("reportkit.yaml", data)(project)
    looked = reportkit("doctor", "--json")
    assert looked.code == 1
    assert said.format(version=package.__version__).partition(". ")[0] in json.dumps(
        json.loads(looked.out), ensure_ascii=False
    )


@pytest.mark.parametrize("command", [(*words.NEW, "elm"), (*words.ADD, "homes")], ids=["new", "add"])
def test_nothing_is_written_where_a_link_leads(project, reportkit, command, tmp_path):
    (project / "inspections").rename(tmp_path / "elsewhere")
    (project / "inspections").symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path)
    outcome = reportkit(*command)
    assert outcome.code == 1
    assert outcome.err.endswith("leads out of the project. Put a plain folder in its place.\n")
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoiling.piped(f"{spoiling.HOME}/drivers-and-barriers.yaml"), places.ORDINARY),
        (spoiling.linked(f"{spoiling.HOME}/drivers-and-barriers.yaml", "/dev/zero"), places.LINK),
    ],
    ids=["a FIFO", "a link to a device"],
)
def test_an_entry_is_added_to_an_ordinary_file_only(project, reportkit, spoil, said):
    spoil(project)
    before = everything(project)
    added = reportkit("add", "driver", "homes", "--title", "T", "--reach", "corporate")
    assert added == (1, "", f"{spoiling.HOME}/drivers-and-barriers.yaml: {said}\n")
    assert everything(project) == before


def words_in(docx: Path) -> str:
    """Return the words of a report's body, as Word shows them."""
    with zipfile.ZipFile(docx) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(paragraph.itertext("{*}t")) for paragraph in body.iter("{*}p"))


def drafted(project: Path, reportkit) -> str:
    made = reportkit("draft", "homes", "--out", "out")
    assert made.code == 0, made.err
    return words_in(project / "out" / "homes-draft.docx")


@pytest.mark.parametrize("title", ["yes", "No", "on", "off", "1:30", "010", "3.10", "1e3", "0x1F", "2004-06-14", "~/x"])
def test_a_title_that_looks_like_something_else_is_text_in_the_report(project, reportkit, title):
    spoiling.written(spoiling.ONE, spoiling.titled(title))(project)
    assert f"{title}." in drafted(project, reportkit) or f"{title}\n" in drafted(project, reportkit)


@pytest.mark.parametrize("words", ["{{ 7*7 }}", "{% for a in range(9) %}", "{# a #}", "$name %s {0}"])
def test_words_that_look_like_a_template_are_words_in_the_report(project, reportkit, words):
    text = spoiling.titled(f'"Before {words} after"').replace("Tenants", f"Here {words} tenants")
    spoiling.written(spoiling.ONE, text)(project)
    said = drafted(project, reportkit)
    assert f"Before {words} after" in said
    assert f"Here {words} tenants" in said


def test_text_pasted_from_word_is_in_the_report_as_it_was(project, reportkit):
    pasted = "“Tenants”\u00a0said so — it’s re\u00adpaired… and\u2011so\u200b on"
    spoiling.written(spoiling.ONE, spoiling.saying(pasted))(project)
    assert pasted.replace("\u00ad", "") in drafted(project, reportkit)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(project, reportkit, line_end):
    before = drafted(project, reportkit)
    for path in project.rglob("*.*"):
        if path.suffix in (".md", ".yaml"):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", line_end.encode()))
    assert drafted(project, reportkit) == before


def test_an_entry_goes_into_a_file_of_windows_and_leaves_the_rest_as_it_was(project, reportkit):
    file = project / spoiling.HOME / "drivers-and-barriers.yaml"
    file.write_bytes(b"\xef\xbb\xbf# mine\r\ndrivers: []\r\n")
    assert reportkit("add", "driver", "homes", "--title", "A", "--reach", "corporate").code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf# mine\r\ndrivers:\r\n  - id: a\r\n")


NOTHING_SET = {"LC_ALL": "C", "LANG": "C"}


@pytest.fixture
def program(project: Path):
    """The program in a process that has no home, no language and no terminal."""
    source = os.fspath(Path(package.__file__).parents[1])
    environment = {**NOTHING_SET, "PYTHONPATH": source, "PATH": os.environ["PATH"]}

    def start(*arguments: str, **streams: int) -> subprocess.Popen[bytes]:
        piped = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([sys.executable, "-m", "reportkit", *arguments], env=environment, **(piped | streams))

    return start


@pytest.mark.parametrize(("command", "code"), [("check", 1), ("draft", 1), ("save", 4), ("add", 0)])
def test_without_a_home_or_a_language_it_says_the_same(project, program, command, code):
    spoiling.written(spoiling.ONE, spoiling.finding("strength", "“strength”"))(project)
    more = ("finding", "homes", "--title", "Café “x”", "--kind", "strength") if command == "add" else ("homes",)
    running = program(command, *more)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, b"Traceback" in out + err) == (code, False)
    if code == 1:
        wrong = "WRONG: " if command == "check" else ""
        assert (
            f"{spoiling.ONE}:5: {wrong}`kind` cannot be `“strength”`. Did you mean `strength`?" in (out + err).decode()
        )


@pytest.mark.parametrize(
    "arguments", [("check",), ("explain",), ("completion", "bash"), ("--help",), ("draft", "homes")]
)
def test_a_reader_that_goes_away_is_no_failure(program, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    running = program(*arguments, stdout=writer)
    os.close(writer)
    _, err = running.communicate(timeout=60)
    assert b"Traceback" not in err
    assert b"BrokenPipe" not in err
    assert running.returncode == 0


@pytest.mark.parametrize("closed", [">&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", [("check",), ("draft", "homes")])
def test_streams_that_are_closed_are_no_failure_of_ours(project, arguments, closed):
    start = [sys.executable, "-m", "reportkit", *arguments]
    source = os.fspath(Path(package.__file__).parents[1])
    finished = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *start],
        env={**os.environ, "PYTHONPATH": source},
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (finished.returncode, b"Traceback" in finished.stderr) == (0, False)


@pytest.fixture
def interruptible():
    """Who is started from here hears an interrupt, though these tests may run where a shell lets no one hear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_is_one_line_and_writes_nothing(project, program):
    reader, writer = os.pipe()  # the text is awaited from standard input
    os.write(writer, b"It begins")
    before = everything(project)
    running = program("add", "finding", "homes", "--title", "T", "--kind", "strength", "--text", "-", stdin=reader)
    while fcntl.ioctl(writer, termios.FIONREAD, bytes(4)) != bytes(4):  # until it has read what was given
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    os.close(writer)
    os.close(reader)
    assert (running.returncode, out, err.splitlines()[-1]) == (130, b"", b"Stopped; nothing more was done.")
    assert everything(project) == before
