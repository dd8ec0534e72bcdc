/*
 * tests/std/layout.c - prints where the members of the structures are
 *
 * The same source, with the host's libc, prints what the kernel's side and
 * programs of others expect. (sigset_t and struct sigaction are our own.)
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <link.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SIZE(type) \
	printf("%s: %zu %zu\n", #type, sizeof(type), _Alignof(type))
#define SIGN(type) (SIZE(type), printf("%d\n", (type)-1 < 0))
#define PLACE(type, member) printf("%s.%s: %zu %zu\n", #type, #member, \
	offsetof(type, member), sizeof(((type *)0)->member))

int main(void)
{
	SIGN(blkcnt_t); SIGN(blksize_t); SIGN(clock_t); SIGN(clockid_t);
	SIGN(dev_t); SIGN(fsblkcnt_t); SIGN(fsfilcnt_t); SIGN(gid_t);
	SIGN(id_t); SIGN(ino_t); SIGN(key_t); SIGN(mode_t); SIGN(nlink_t);
	SIGN(off_t); SIGN(pid_t); SIGN(ssize_t); SIGN(size_t);
	SIGN(suseconds_t); SIGN(time_t); SIGN(uid_t); SIGN(useconds_t);
	SIGN(nfds_t); SIGN(rlim_t); SIGN(sig_atomic_t); SIGN(wchar_t);
	SIGN(int8_t); SIGN(int16_t); SIGN(int32_t); SIGN(int64_t);
	SIGN(uint8_t); SIGN(uint16_t); SIGN(uint32_t); SIGN(uint64_t);
	SIGN(int_least8_t); SIGN(int_least16_t); SIGN(int_least32_t);
	SIGN(int_least64_t); SIGN(uint_least8_t); SIGN(uint_least16_t);
	SIGN(uint_least32_t); SIGN(uint_least64_t); SIGN(int_fast8_t);
	SIGN(int_fast16_t); SIGN(int_fast32_t); SIGN(int_fast64_t);
	SIGN(uint_fast8_t); SIGN(uint_fast16_t); SIGN(uint_fast32_t);
	SIGN(uint_fast64_t); SIGN(intptr_t); SIGN(uintptr_t); SIGN(intmax_t);
	SIGN(uintmax_t); SIGN(ptrdiff_t); SIZE(max_align_t);

	SIZE(div_t); SIZE(ldiv_t); SIZE(lldiv_t); SIZE(imaxdiv_t);
	SIZE(struct stat);
	PLACE(struct stat, st_dev); PLACE(struct stat, st_ino);
	PLACE(struct stat, st_mode); PLACE(struct stat, st_nlink);
	PLACE(struct stat, st_uid); PLACE(struct stat, st_gid);
	PLACE(struct stat, st_rdev); PLACE(struct stat, st_size);
	PLACE(struct stat, st_blksize); PLACE(struct stat, st_blocks);
	PLACE(struct stat, st_atim); PLACE(struct stat, st_mtim);
	PLACE(struct stat, st_ctim); PLACE(struct stat, st_mtime);
	SIZE(struct timespec); PLACE(struct timespec, tv_nsec);
	SIZE(struct timeval); PLACE(struct timeval, tv_usec);
	SIZE(struct itimerval); PLACE(struct itimerval, it_value);
	SIZE(struct rlimit); PLACE(struct rlimit, rlim_max);
	SIZE(struct rusage); PLACE(struct rusage, ru_maxrss);
	PLACE(struct rusage, ru_nivcsw); PLACE(struct rusage, ru_stime);
	SIZE(struct pollfd); PLACE(struct pollfd, revents);
	SIZE(struct iovec); PLACE(struct iovec, iov_len);
	PLACE(struct utsname, machine); PLACE(struct utsname, nodename);
	SIZE(struct dirent); PLACE(struct dirent, d_ino);
	PLACE(struct dirent, d_reclen); PLACE(struct dirent, d_type);
	PLACE(struct dirent, d_name);
	SIZE(struct winsize); PLACE(struct winsize, ws_col);
	SIZE(struct flock); PLACE(struct flock, l_pid);
	PLACE(struct flock, l_start); PLACE(struct flock, l_whence);
	SIZE(siginfo_t); PLACE(siginfo_t, si_pid); PLACE(siginfo_t, si_addr);
	PLACE(siginfo_t, si_status); PLACE(siginfo_t, si_code);
	SIZE(stack_t); PLACE(stack_t, ss_size); PLACE(stack_t, ss_flags);
	SIZE(fd_set); SIZE(struct option); PLACE(struct option, val);

	SIZE(Elf64_Ehdr); PLACE(Elf64_Ehdr, e_entry);
	PLACE(Elf64_Ehdr, e_phoff); PLACE(Elf64_Ehdr, e_shoff);
	PLACE(Elf64_Ehdr, e_phnum); PLACE(Elf64_Ehdr, e_shstrndx);
	SIZE(Elf64_Phdr); PLACE(Elf64_Phdr, p_flags);
	PLACE(Elf64_Phdr, p_vaddr); PLACE(Elf64_Phdr, p_align);
	SIZE(Elf64_Shdr); PLACE(Elf64_Shdr, sh_flags);
	PLACE(Elf64_Shdr, sh_link); PLACE(Elf64_Shdr, sh_entsize);
	SIZE(Elf64_Sym); PLACE(Elf64_Sym, st_other);
	PLACE(Elf64_Sym, st_shndx); PLACE(Elf64_Sym, st_value);
	SIZE(Elf64_Rel); SIZE(Elf64_Rela); PLACE(Elf64_Rela, r_addend);
	SIZE(Elf64_Relr); SIZE(Elf64_Dyn); PLACE(Elf64_Dyn, d_un);
	SIZE(Elf64_Verdef); PLACE(Elf64_Verdef, vd_hash);
	PLACE(Elf64_Verdef, vd_next); SIZE(Elf64_Verdaux);
	PLACE(Elf64_Verdaux, vda_next); SIZE(Elf64_Verneed);
	PLACE(Elf64_Verneed, vn_file); SIZE(Elf64_Vernaux);
	PLACE(Elf64_Vernaux, vna_other); PLACE(Elf64_Vernaux, vna_next);
	SIZE(Elf64_Versym); SIZE(Elf64_Nhdr); PLACE(Elf64_Nhdr, n_type);
	SIZE(Elf64_Chdr); PLACE(Elf64_Chdr, ch_size); SIZE(Elf64_auxv_t);
	SIZE(struct link_map); PLACE(struct link_map, l_addr);
	PLACE(struct link_map, l_name); PLACE(struct link_map, l_ld);
	PLACE(struct link_map, l_next); PLACE(struct link_map, l_prev);
	SIZE(struct r_debug); PLACE(struct r_debug, r_map);
	PLACE(struct r_debug, r_brk); PLACE(struct r_debug, r_state);
	PLACE(struct r_debug, r_ldbase);
	SIZE(struct dl_phdr_info); PLACE(struct dl_phdr_info, dlpi_phnum);
	PLACE(struct dl_phdr_info, dlpi_adds);
	PLACE(struct dl_phdr_info, dlpi_subs);
	PLACE(struct dl_phdr_info, dlpi_tls_modid);
	PLACE(struct dl_phdr_info, dlpi_tls_data);
	SIZE(struct dl_find_object);
	PLACE(struct dl_find_object, dlfo_map_end);
	PLACE(struct dl_find_object, dlfo_link_map);
	PLACE(struct dl_find_object, dlfo_eh_frame);
	SIZE(Dl_info); PLACE(Dl_info, dli_fbase); PLACE(Dl_info, dli_sname);
	PLACE(Dl_info, dli_saddr); SIZE(Dl_serpath); SIZE(Dl_serinfo);
	PLACE(Dl_serinfo, dls_cnt);
	SIZE(Elf32_Ehdr); SIZE(Elf32_Phdr); PLACE(Elf32_Phdr, p_flags);
	SIZE(Elf32_Shdr); SIZE(Elf32_Sym); PLACE(Elf32_Sym, st_info);
	SIZE(Elf32_Rel); SIZE(Elf32_Rela); SIZE(Elf32_Dyn); SIZE(Elf32_Nhdr);
	printf("%d %d %#lx\n", (int)ELF64_ST_BIND(0x25), ELF64_ST_TYPE(0x25),
		(unsigned long)ELF64_R_INFO(7, 9));
	printf("%d %d\n", (int)ELF64_R_SYM(0x700000009), (int)ELF64_R_TYPE(
		0x700000009));
	for (int status = 0; status < 0x20000; status += 0x33)
		printf("%d%d%d%d %d %d %d %d\n", WIFEXITED(status),
			WIFSIGNALED(status), WIFSTOPPED(status),
			WIFCONTINUED(status), WEXITSTATUS(status),
			WTERMSIG(status), WSTOPSIG(status),
			!!WCOREDUMP(status));
	return 0;
}
