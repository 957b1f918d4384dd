package uk.referralline.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a settings file.
 *
 * @param file the name within the folder
 * @param before empty when the file was new
 * @param at when a node first went by the later text
 */
public record Change(String file, Optional<String> before, String after, Instant at) {}
