/*
 * premain/explain/network.c
 *
 * Sockets, and the questions for a name that go through them.
 * Source: socket(2), connect(2), send(2), unix(7), ip(7), nscd(8), resolver(3).
 */
#include "premain/explain/explain.h"

#include <string.h>

void explain_socket(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct descriptor *descriptor;
	const char *kind = call_has(call, 0, "AF_UNIX") ?
		"a socket to a process here" :
		call_has(call, 0, "AF_NETLINK") ?
		"a socket to the kernel's network" :
		call_has(call, 0, "AF_INET") ||
		call_has(call, 0, "AF_INET6") ?
		"a socket to the network" : "a socket";

	text_format(say(scene, OBSERVED), "makes %s", kind);
	if (call->line->failed) {
		say_error(scene);
		return;
	}
	text_format(&scene->explanation->sentence, ", descriptor %lld",
		    (long long)call->result);
	descriptor = process_open(scene->process, (uint64_t)call->result,
				  kind, call->number);
	if (descriptor)
		descriptor->close_on_exec =
			call_has(call, 1, "SOCK_CLOEXEC");
}

/* What stands in quotes or brackets behind a word. */
static struct trace_span field(struct trace_span line, const char *word,
			       char end)
{
	const char *at = memmem(line.at, line.length, word, strlen(word));
	const char *to;

	if (!at)
		return (struct trace_span){NULL, 0};
	at += strlen(word);
	to = memchr(at, end, (size_t)(line.at + line.length - at));
	return (struct trace_span){at, to ? (size_t)(to - at) : 0};
}

static void say_address(const struct scene *scene)
{
	struct trace_span line = scene->call->line->arguments;
	struct trace_span path = field(line, "sun_path=\"", '"');
	struct trace_span port = field(line, "sin_port=htons(", ')');
	struct trace_span host = field(line, "inet_addr(\"", '"');
	struct text *text = &scene->explanation->sentence;

	if (!path.length)
		path = field(line, "sun_path=@\"", '"');
	if (path.length) {
		text_put(text, " to ");
		text_add(text, path.at, path.length);
		if (span_has(path, "nscd/socket"))
			text_put(text, ", where nscd would keep names for "
				 "glibc");
	}
	if (!port.length) {
		port = field(line, "sin6_port=htons(", ')');
		host = field(line, "AF_INET6, \"", '"');
	}
	if (host.length) {
		text_put(text, " to ");
		text_add(text, host.at, host.length);
	}
	if (port.length) {
		text_put(text, ", port ");
		text_add(text, port.at, port.length);
		if (span_is(port, "53"))
			text_put(text, ": a name server");
	}
}

void explain_connect(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct trace_span line = call->line->arguments;
	struct descriptor *descriptor;
	uint64_t fd;

	text_put(say(scene, OBSERVED), call_is(call, "bind") ?
		 "gives an address to " : "connects ");
	say_descriptor(scene, 0);
	say_address(scene);
	if (call->line->failed)
		say_error(scene);
	descriptor = scene_descriptor(scene, 0, &fd);
	if (descriptor && call_is(call, "connect") &&
	    span_has(line, "htons(53)"))
		strlcpy(descriptor->path, "a socket to a name server",
			sizeof descriptor->path);
}

void explain_talk(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text = say(scene, OBSERVED);
	char first = call->line->name.at[0];
	struct descriptor *descriptor;

	if (first == 'a') {
		text_put(text, "takes a connection, on ");
		say_descriptor(scene, 0);
		if (!call->line->failed) {
			text_format(text, ": descriptor %lld",
				    (long long)call->result);
			descriptor = process_open(scene->process,
						  (uint64_t)call->result,
						  "a connection",
						  call->number);
			if (descriptor)
				descriptor->close_on_exec =
					call_has(call, 3, "SOCK_CLOEXEC");
		}
	} else {
		text_put(text, first == 's' ? "sends" : "receives");
		if (!call->line->failed)
			text_format(text, call_is(call, "sendmmsg") ?
				    " %lld messages" : " %lld bytes",
				    (long long)call->result);
		text_put(text, first == 's' ? " through " : " from ");
		say_descriptor(scene, 0);
	}
	if (call->line->failed)
		say_error(scene);
}
