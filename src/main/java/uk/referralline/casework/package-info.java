/** Every contact is a case with an owner or a queue, a due time and, in the end, an outcome. */
package uk.referralline.casework;
