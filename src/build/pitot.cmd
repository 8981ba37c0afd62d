@echo off
rem Starts Pitot from the folder it lies in. Needs Java 25 or newer: PITOT_JAVA, JAVA_HOME or java on the PATH.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined PITOT_JAVA set "JAVA=%PITOT_JAVA%"
"%JAVA%" -Xms32m -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders ^
  -XX:+DisableAttachMechanism -XX:-CreateCoredumpOnCrash ^
  --enable-native-access=${pitot.nativeAccess} ^
  --module-path "%HERE%\lib" -m app.pitot/app.pitot.Pitot %*
exit /b %ERRORLEVEL%
