/** Effects on the outside world: written down in the transaction that decides them, carried out after it, each once. */
package uk.referralline.outbox;
