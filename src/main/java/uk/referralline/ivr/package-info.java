/**
 * The call script: its language, its reader, and the engine that runs it. Pure: no clock, no database, no network. Terms are
 * VoiceXML's and the trade's: prompt, menu, no-input, no-match, record, barge-in.
 */
package uk.referralline.ivr;
