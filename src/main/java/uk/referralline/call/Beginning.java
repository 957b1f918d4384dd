package uk.referralline.call;

/** What a new call begins with, all of it from one reading of the files: its script, and whether the line is open. */
public record Beginning(Scripts.Version version, World world) {}
