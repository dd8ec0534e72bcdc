/* loader/explain/search.c - each file that is tried, and by which rule */
#include <string.h>

#include "loader/explain/explain.h"

void explain_tried(const struct object *asking, const char *name,
		   const char *path, enum rule rule, long result)
{
	const char *by = services->rule_name(rule);

	if (result >= 0)
		say("search", "$object needs $name: $file is there ($rule)",
		    "object", name_of(asking), "name", name, "file", path,
		    "rule", by, "result", "found", NULL);
	else
		say("search", "$object needs $name: $file: $result ($rule)",
		    "object", name_of(asking), "name", name, "file", path,
		    "rule", by, "result", strerror((int)-result), NULL);
}

void explain_passed(const struct object *asking, const char *name,
		    const char *folder, enum rule rule)
{
	say("search", "$object needs $name: $folder has been read, and has "
	    "none ($rule)", "object", name_of(asking), "name", name,
	    "folder", folder, "rule", services->rule_name(rule),
	    "result", "not in the folder", NULL);
}

void explain_loaded(const struct object *asking, const char *name,
		    const char *path)
{
	say("search", "$object needs $name: that is $file, which is loaded",
	    "object", name_of(asking), "name", name, "file", path,
	    "result", "loaded", NULL);
}
