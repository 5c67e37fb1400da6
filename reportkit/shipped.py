"""Where the shipped files are: templates, example inspections and schemas, of which there is one copy."""

from __future__ import annotations

from pathlib import Path


def shipped() -> Path:
    """Return the folder that holds templates/, inspections/ and schema/.

    It is inside an installed package, or the checkout.
    """
    package = Path(__file__).parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent


def starter() -> Path:
    """Return the folder that holds what only a new working repository needs: its README, policy and editor settings."""
    return Path(__file__).parent / "starter"
