/* sys/ioctl.h - device requests, ioctl(2), asm/ioctls.h */
#ifndef _SYS_IOCTL_H
#define _SYS_IOCTL_H

#include <asm/ioctl.h>
#include <asm/ioctls.h>

#ifdef __cplusplus
extern "C" {
#endif

/* the size of a terminal, TIOCGWINSZ */
struct winsize {
	unsigned short ws_row;
	unsigned short ws_col;
	unsigned short ws_xpixel;
	unsigned short ws_ypixel;
};

int ioctl(int file, unsigned long request, ...);

#ifdef __cplusplus
}
#endif

#endif
