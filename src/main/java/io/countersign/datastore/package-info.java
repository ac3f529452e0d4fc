/** The one PostgreSQL: started or reached, checked for durability, migrated, and lent out under a role that owns nothing; it knows no table of any feature. */
@org.springframework.modulith.ApplicationModule(displayName = "Data store", allowedDependencies = {})
package io.countersign.datastore;
