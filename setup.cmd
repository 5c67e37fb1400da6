@echo off
rem Sets reportkit up in .venv and drafts the example inspections: what `make demo` does elsewhere.
rem pushd gives a shared folder a drive letter of its own, which cd cannot do.
pushd "%~dp0"
if not exist tools\set_up.py goto failed
set "PYTHON=py -3"
where py >nul 2>nul
if errorlevel 1 set "PYTHON=python"
call %PYTHON% --version >nul 2>nul
if errorlevel 1 goto no_python
call %PYTHON% tools\set_up.py
if errorlevel 1 goto failed
.venv\Scripts\reportkit.exe demo
if errorlevel 1 goto failed
echo.
echo To type reportkit in any folder, add this folder to your path: %~dp0.venv\Scripts
popd
pause
exit /b 0

:no_python
echo Python was not found; reportkit needs Python 3.11 or newer.
echo Install it from python.org for yourself alone, which needs no administrator. Then start setup.cmd again.
:failed
echo reportkit is not set up. What is above says why.
pause
exit /b 1
