/* sys/prctl.h - requests about the calling process, prctl(2) */
#ifndef _SYS_PRCTL_H
#define _SYS_PRCTL_H

#include <linux/prctl.h>

#ifdef __cplusplus
extern "C" {
#endif

int prctl(int request, ...);

#ifdef __cplusplus
}
#endif

#endif
