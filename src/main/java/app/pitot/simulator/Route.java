package app.pitot.simulator;

import com.sun.net.httpserver.HttpHandler;

/**
 * One endpoint.
 *
 * @param method null for any
 * @param path exact, or with everything below it if the method is null
 */
record Route(String method, String path, HttpHandler handler) {}
