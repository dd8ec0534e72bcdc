/*
 * premain/explain/network.c
 *
 * Sockets, and the questions for a name that go through them.
 * Source: socket(2), connect(2), unix(7), ip(7), nscd(8), resolver(3).
 */
#include "premain/explain/explain.h"

#include <string.h>

void explain_socket(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct trace_span family = call->count ? call->arguments[0] :
		(struct trace_span){NULL, 0};
	const char *kind = span_has(family, "F_UNIX") ||
		span_has(family, "F_LOCAL") || span_has(family, "F_FILE") ?
		"a socket to a process here" : span_has(family, "F_NETLINK") ?
		"a socket to the kernel's network" :
		span_has(family, "F_INET") ? "a socket to the network" :
		"a socket";

	tell(scene, OBSERVED, "makes %s", kind);
	more(scene, call->line->failed ? "%e" : ", descriptor %r");
	if (call->line->failed)
		return;
	scene_opened(scene, (uint64_t)call->result, kind);
}

void explain_connect(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct descriptor *descriptor;
	uint64_t fd;

	tell(scene, OBSERVED, call->line->name.at[0] == 'b' ?
	     "gives an address to %d" :
	     span_has(call->line->arguments, "F_UNSPEC") ?
	     "undoes the connection of %d" : "connects %d");
	if (!more_behind(scene, " to ", "sun_path=\""))
		more_behind(scene, " to ", "sun_path=@\"");
	if (span_has(call->line->arguments, "nscd/socket"))
		more(scene, ", where nscd would keep names for glibc");
	if (!more_behind(scene, " to ", "inet_addr(\""))
		more_behind(scene, " to ", "inet_pton(AF_INET6, \"");
	more_behind(scene, ", port ", "_port=htons(");
	if (span_has(call->line->arguments, "htons(53)")) {
		more(scene, ": a name server");
		descriptor = scene_descriptor(scene, 0, &fd);
		if (descriptor)
			strlcpy(descriptor->path, "a socket to a name server",
				sizeof descriptor->path);
	}
	more(scene, "%e");
}

void explain_accept(const struct scene *scene)
{
	const struct call *call = scene->call;

	tell(scene, OBSERVED, "takes a connection, on %d%e");
	if (call->line->failed)
		return;
	more(scene, ": descriptor %r");
	scene_opened(scene, (uint64_t)call->result, "a connection");
}
