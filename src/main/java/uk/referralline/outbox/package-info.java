/** Effects on the outside world: written down with the decision, claimed, carried out after it, and reconciled. */
package uk.referralline.outbox;
