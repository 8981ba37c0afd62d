package app.pitot.ui.shell;

import javafx.scene.Node;

/**
 * A view as the window shows it.
 *
 * @param focus gives the focus to the node that is wanted first
 */
record Page(Node node, Runnable focus) {}
