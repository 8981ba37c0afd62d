/** Where text is edited or code is shown: the only importer of RichTextFX, which so can be replaced behind these classes. */
package app.pitot.ui.editor;
