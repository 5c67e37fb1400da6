@echo off
rem Sets reportkit up in .venv and drafts the example inspections: what `make demo` does elsewhere.
py -3 tools\set_up.py || exit /b 1
.venv\Scripts\reportkit.exe demo
