@echo off
rem Starts Pitot from the folder it lies in. Needs Java 25 or newer: PITOT_JAVA, JAVA_HOME or java on the PATH.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined PITOT_JAVA set "JAVA=%PITOT_JAVA%"
rem What the JVM writes when it crashes quotes memory, where a key may be: only into the user's own folder, or into no file.
set "DATA=%LOCALAPPDATA%\Pitot"
if defined PITOT_HOME set "DATA=%PITOT_HOME%"
set "CRASH=-XX:+ErrorFileToStderr"
if exist "%DATA%\" set "CRASH=-XX:ErrorFile=%DATA%\hs_err_%%p.log"
"%JAVA%" -Xms32m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders ^
  -XX:+DisableAttachMechanism -XX:-CreateCoredumpOnCrash -XX:-HeapDumpOnOutOfMemoryError "%CRASH%" ^
  --enable-native-access=${pitot.nativeAccess} ^
  --module-path "%HERE%\lib" -m app.pitot/app.pitot.Pitot %*
exit /b %ERRORLEVEL%
