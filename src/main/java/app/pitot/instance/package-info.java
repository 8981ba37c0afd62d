/** One window to a data folder: a later start finds the first one and asks it to come forward. */
package app.pitot.instance;
