"""Folders that a program keeps in step with other computers: Git's folder must not be in one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePath

_SERVICES = {
    "OneDrive": "OneDrive",
    "SharePoint": "SharePoint",
    "Dropbox": "Dropbox",
    "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive",
    "My Drive": "Google Drive",
    "iCloud Drive": "iCloud",
    "iCloudDrive": "iCloud",
    "Mobile Documents": "iCloud",
    "Nextcloud": "Nextcloud",
    "Box": "Box",
}


def sync_service(folder: PurePath, environment: Mapping[str, str]) -> str | None:
    """Return the service that keeps the folder in step with other computers, judged by names of folders, or None."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        if name in environment and folder.is_relative_to(environment[name]):
            return "OneDrive"
    for part in folder.parts:
        for beginning, service in _SERVICES.items():
            if part == beginning or part.startswith((f"{beginning} ", f"{beginning}-")):
                return service
        if part.endswith(" - Documents"):
            return "SharePoint"
    return None


def advice_on(folder: Path) -> str:
    """Return what to do about a working repository in such a folder, or "" where it is in none."""
    service = sync_service(folder, os.environ)
    if service is None:
        return ""
    what = f"{folder} is kept in step with other computers by {service}, which can undo what reportkit writes"
    return f"{what}. Move it to a folder outside of {service}."
