/** Pitot: a playground and live usage monitor for fast LLM APIs. */
module app.pitot {
    requires java.desktop;
    requires java.logging;
    requires java.sql;
    requires jdk.httpserver;
    requires javafx.controls;
    requires atlantafx.base;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires org.fxmisc.undo;
    requires reactfx;
    requires wellbehavedfx;
    requires okhttp3;
    requires okio;
    requires com.fasterxml.jackson.databind;
    requires org.commonmark;
    requires org.commonmark.ext.autolink;
    requires org.commonmark.ext.gfm.tables;
    requires java.keyring;
    requires org.freedesktop.dbus;
    requires info.picocli;
    requires org.slf4j;

    opens app.pitot.cli to info.picocli;
    opens app.pitot.tray to org.freedesktop.dbus;
}
