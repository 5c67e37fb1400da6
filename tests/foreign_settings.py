"""Every setting by which a repository could start a program, each naming one that leaves a mark when it is started."""

from __future__ import annotations

import subprocess
from pathlib import Path

HOOKS = (
    *("applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-applypatch", "post-checkout", "post-commit"),
    *("post-index-change", "post-merge", "post-rewrite", "post-update", "pre-applypatch", "pre-auto-gc", "pre-commit"),
    *(
        "pre-merge-commit",
        "pre-push",
        "pre-rebase",
        "prepare-commit-msg",
        "reference-transaction",
        "sendemail-validate",
    ),
)
KEYS = (
    *("core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.editor", "core.pager", "core.askPass"),
    *("core.alternateRefsCommand", "sequence.editor", "diff.external", "interactive.diffFilter", "alias.status"),
    *("gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand"),
    *(
        "credential.helper",
        "credential.https://example.org.helper",
        "uploadpack.packObjectsHook",
        "gc.recentObjectsHook",
    ),
    *("remote.origin.uploadpack", "remote.origin.receivepack", "hook.own.command", "trailer.own.command"),
    *("filter.own.clean", "filter.own.smudge", "filter.own.process", "diff.own.textconv", "diff.own.command"),
    *("merge.own.driver", "mergetool.own.cmd", "difftool.own.cmd", "submodule.own.update", "tar.own.command"),
    *(f"pager.{word}" for word in ("status", "log", "diff", "show", "fetch", "clone", "push", "config", "ls-files")),
)
PLAIN = (
    *(("filter.own.required", "true"), ("hook.own.event", "pre-commit"), ("log.showSignature", "true")),
    *(("protocol.ext.allow", "always"), ("merge.tool", "own"), ("diff.tool", "own"), ("pull.rebase", "true")),
)
ATTRIBUTES = "* filter=own diff=own merge=own\n"


class Planted:
    """A folder of programs that leave a mark when they are started, and the repositories that name them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.marks = folder / "marks"
        self.marks.mkdir(parents=True)

    def program(self, name: str) -> Path:
        """Return a program that leaves a mark of that name, and fails."""
        path = self.folder / name.replace("/", "_").replace(":", "_")
        path.write_text(f'#!/bin/sh\ntouch "{self.marks}/{path.name}"\nexit 1\n', encoding="utf-8")
        path.chmod(0o755)
        return path

    def in_settings(self, git_folder: Path, *, included: bool = False) -> None:
        """Name a program in every setting of a repository, or in a file that its settings include."""
        file = git_folder / ("more" if included else "config")
        if included:
            self._set(git_folder / "config", "include.path", "more")
        for key in KEYS:
            value = f"!{self.program(key)}" if key.startswith(("alias", "submodule")) else str(self.program(key))
            self._set(file, key, value)
        for key, value in PLAIN:
            self._set(file, key, value)
        (git_folder / "info").mkdir(exist_ok=True)
        (git_folder / "info/attributes").write_text(ATTRIBUTES, encoding="utf-8")

    def in_hooks(self, git_folder: Path) -> None:
        """Put a program in the place of every hook, and in a folder of hooks that the settings name."""
        own = self.folder / "hooks"
        self._set(git_folder / "config", "core.hooksPath", str(own))
        for folder in (own, git_folder / "hooks"):
            folder.mkdir(exist_ok=True)
            for hook in HOOKS:
                (folder / hook).write_bytes(self.program(f"hook-{hook}").read_bytes())
                (folder / hook).chmod(0o755)

    def started(self) -> list[str]:
        """Return the names of the programs that were started."""
        return sorted(path.name for path in self.marks.iterdir())

    @staticmethod
    def _set(file: Path, key: str, value: str) -> None:
        subprocess.run(["git", "config", "--file", str(file), key, value], check=True)
