/** Pictures and texts from files: what they are, whether they can be sent, and without what else they carry. */
package app.pitot.pictures;
