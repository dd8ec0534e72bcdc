/*
 * premain/tracer/tracer_log.h
 *
 * Our own tracer in the place of strace.
 */
#ifndef PREMAIN_TRACER_LOG_H
#define PREMAIN_TRACER_LOG_H

/* As run_logged(), by our own tracer; the command's first word is a path. */
const char *tracer_log(char *const *command, int *log, int *status);

#endif
