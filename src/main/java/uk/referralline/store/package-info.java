/** Opens the database: the pool, our value types, the migrations, and a PostgreSQL of our own where none is configured. */
package uk.referralline.store;
