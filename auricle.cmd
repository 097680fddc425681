@echo off
rem The auricle command on Windows: finds a JDK 17 or newer, builds the clone when that is needed, and runs.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"

rem --- A JDK 17 or newer: JAVA_HOME first, then the PATH ---
set "JAVA="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if not defined JAVA (
  echo auricle: no Java found: install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 1
)
set "RELEASE="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined RELEASE set "RELEASE=%%~v"
set "FEATURE=0"
for /f "tokens=1 delims=.-+" %%v in ("%RELEASE%") do set "FEATURE=%%v"
if %FEATURE% LSS 17 (
  echo auricle: "%JAVA%" is Java %RELEASE%: install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 1
)

rem --- The jars: a distribution carries them; a clone builds them when they are older than the sources ---
set "LIB=%HOME_DIR%\lib"
if not exist "%LIB%" (
  call :build_when_stale || exit /b 1
)
set "JAR="
for %%f in ("%LIB%\auricle-app-*.jar") do set "JAR=%%~ff"
if not defined JAR (
  echo auricle: "%LIB%" holds no auricle-app jar: unpack the distribution again, or build with 'mvn package' 1>&2
  exit /b 1
)

rem --- What the JVM and OpenMP need ---
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "FLAGS=--add-modules jdk.incubator.vector -XX:+UseParallelGC -Djava.awt.headless=true"
rem Code on the Vector API is slow until it is compiled for good: soon, and whoever called it waits.
set "FLAGS=%FLAGS% -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,dev.auricle.signal.Vector*::*,0.02 -XX:CompileCommand=BackgroundCompilation,dev.auricle.signal.Vector*::*,false"
rem A small room for what is young: hours of sound take 0.3 GB with it, and 2 GB without. Whoever sets the memory himself knows better.
if not defined JAVA_TOOL_OPTIONS if not defined JDK_JAVA_OPTIONS for %%c in (features detect split) do if "%~1"=="%%c" set "FLAGS=%FLAGS% -Xmn128m"
if %FEATURE% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
if %FEATURE% GEQ 23 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% "-Dauricle.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:build_when_stale
set "STATE=%HOME_DIR%\app\target\launcher"
set "LIB=%STATE%\lib"
powershell -NoProfile -Command "$s = Get-Item '%STATE%\built' -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $n = Get-ChildItem '%HOME_DIR%\pom.xml', '%HOME_DIR%\*\pom.xml', '%HOME_DIR%\*\src\main' -Recurse | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 exit /b 0
where mvn >nul 2>nul || (
  echo auricle: no Maven on the PATH: install it, then try again 1>&2
  exit /b 1
)
if not exist "%HOME_DIR%\target" mkdir "%HOME_DIR%\target"
echo Building Auricle (about a minute; the first time also fetches libraries) ... 1>&2
pushd "%HOME_DIR%"
call mvn -B -ntp -Plauncher -pl app -am package > "%HOME_DIR%\target\build.log" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  findstr /b /c:"[ERROR]" "%HOME_DIR%\target\build.log" 1>&2
  echo auricle: the build failed; the whole log is "%HOME_DIR%\target\build.log" 1>&2
  exit /b 1
)
type nul > "%STATE%\built"
exit /b 0
