package org.crosstally.simulation;

/**
 * Somebody who counts, or publishes as an office what another counted.
 *
 * @param id its id
 * @param register the numbers
 * @param lag how many days its copy of them is old
 */
record Office(String id, Register register, int lag) {}
