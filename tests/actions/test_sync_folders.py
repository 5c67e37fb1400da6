"""Folders that a program keeps in step with other computers are known by their names."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from reportkit.actions.sync_folders import sync_service
from tests.every_case import every_case


@every_case(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\ann\OneDrive - Ours\housing"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\ann\Ours\Team - Documents\housing"), "SharePoint"),
        (PureWindowsPath(r"D:\Work\housing"), "OneDrive"),
        (PurePosixPath("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive"), "Google Drive"),
        (PurePosixPath("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/housing"), "iCloud"),
        (PurePosixPath("/home/ann/Dropbox/housing"), "Dropbox"),
        (PurePosixPath("/home/ann/Boxes/housing"), None),
    ],
)
def test_sync_folders_are_known_by_their_names(folder: PureWindowsPath | PurePosixPath, service: str | None) -> None:
    assert sync_service(folder, {"OneDrive": "D:\\Work"}) == service
