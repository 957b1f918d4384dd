package uk.referralline.console.signin;

/**
 * Where somebody signs in from.
 *
 * @param network the first part of the address, which a whole site or home shares
 * @param device what the browser is known by, once somebody has signed in with it to the end
 * @param browser which one, in words that its owner knows again
 */
public record From(String network, Token device, String browser) {}
