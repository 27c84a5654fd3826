package org.crosstally.figure;

/**
 * A document in which figures are printed.
 *
 * @param id the id that figures refer to
 * @param title its title; blank where unknown
 * @param url its address; blank where it has none
 * @param file the name of a file that holds it; blank where there is none
 */
public record Document(String id, String title, String url, String file) {}
