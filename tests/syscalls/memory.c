/*
 * tests/syscalls/memory.c
 * Mappings, and the memory of other processes.
 */
#include "safe.h"

/* Every argument of mmap changes what one sees: all six arrived. */
static void check_mmap(void)
{
	char *area = (char *)sys_mmap(NULL, 3 * PAGE, PROT_NONE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *middle = area + PAGE;
	unsigned char resident = 0;
	int fd = (int)sys_memfd_create("pages", MFD_CLOEXEC);
	char *moved, *page;

	expect("memfd_create", sys_fcntl(fd, F_GETFD, 0), FD_CLOEXEC);
	sys_ftruncate(fd, 2 * PAGE);
	sys_pwrite64(fd, "second", 6, PAGE);
	page = (char *)sys_mmap(middle, PAGE, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_FIXED, fd, PAGE);
	result = (long)page;
	expect_true("mmap", page == middle && same(page, "second", 6));
	page[0] = 'S';
	expect("msync", sys_msync(page, PAGE, 4), 0);
	expect("mprotect", sys_mprotect(page, PAGE, PROT_READ), 0);
	expect_option("pkey_mprotect", sys_pkey_mprotect(page, PAGE,
		PROT_READ, ALL_ONES), 0, "X86_INTEL_MEMORY_PROTECTION_KEYS");
	result = sys_mincore(page, PAGE, &resident);
	expect_true("mincore", resident & 1);
	moved = (char *)sys_mremap(page, PAGE, PAGE,
		MREMAP_MAYMOVE | MREMAP_FIXED, area);
	result = (long)moved;
	expect_true("mremap", moved == area && same(moved, "Second", 6));
	expect("remap_file_pages",
		sys_remap_file_pages(moved, PAGE, PROT_READ, 0, 0), -EINVAL);
	expect("mlock", sys_mlock(moved, PAGE), 0);
	expect("munlock", sys_munlock(moved, PAGE), 0);
	expect("mlock2", sys_mlock2(moved, PAGE, ALL_ONES), -EINVAL);
	expect("mlockall", sys_mlockall(0), -EINVAL);
	expect("munlockall", sys_munlockall(), 0);
	expect("munmap", sys_munmap(area, 3 * PAGE), 0);
	sys_close(fd);
}

static void check_memory_policy(void)
{
	long end = sys_brk(NULL);
	int mode = -1;
	char *page = (char *)sys_mmap(NULL, PAGE, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	page[0] = 1;
	result = sys_madvise(page, PAGE, 4 /* MADV_DONTNEED */);
	expect_true("madvise", page[0] == 0);
	result = end;
	/* below the heap: refused (qemu 10 rounds BAD up to 0, and unmaps) */
	expect_true("brk", end > PAGE && sys_brk((void *)1) == end);
	expect_option("pkey_alloc", sys_pkey_alloc(-1UL, 0), -EINVAL,
		"X86_INTEL_MEMORY_PROTECTION_KEYS");
	expect_option("pkey_free", sys_pkey_free(-1), -EINVAL,
		"X86_INTEL_MEMORY_PROTECTION_KEYS");
	expect_option("memfd_secret", sys_memfd_secret(-1U), -EINVAL,
		"SECRETMEM");
	expect_option("userfaultfd", sys_userfaultfd(ALL_ONES), -EINVAL,
		"USERFAULTFD");
	expect_option("mbind", sys_mbind((void *)1, PAGE, 0, NULL, 0, 0),
		-EINVAL, "NUMA");
	expect_option("set_mempolicy", sys_set_mempolicy(0, NULL, 0), 0,
		"NUMA");
	result = sys_get_mempolicy(&mode, NULL, 0, NULL, 0);
	if (!built_without("get_mempolicy", result, "NUMA"))
		expect_true("get_mempolicy", mode == 0);
	expect_option("set_mempolicy_home_node",
		sys_set_mempolicy_home_node(1, PAGE, 0, 0), -EINVAL, "NUMA");
	expect_option("migrate_pages",
		sys_migrate_pages(NO_PID, 0, NULL, NULL), -ESRCH, "MIGRATION");
	expect_option("move_pages",
		sys_move_pages(0, 0, NULL, NULL, NULL, ALL_ONES), -EINVAL,
		"MIGRATION");
	expect_option("process_madvise",
		sys_process_madvise(NO_FD, NULL, 0, 0, 1), -EINVAL, "ADVISE");
	expect_since("process_mrelease", sys_process_mrelease(NO_FD, 1),
		-EINVAL, 5, 15);
	expect_since("mseal", sys_mseal(NULL, 0, -1UL), -EINVAL, 6, 10);
	if (!built_without("map_shadow_stack",
	    sys_map_shadow_stack(0, 0, -1U), "X86_USER_SHADOW_STACK"))
		either("map_shadow_stack", sys_map_shadow_stack(0, 0, -1U),
			-EINVAL, -EOPNOTSUPP);
}

static void check_other_memory(void)
{
	char here[6] = "", there[6] = "remote";
	struct iovec local = { here, 6 }, remote = { there, 6 };
	int pid = (int)sys_getpid();

	/* Argument 6 is reserved: anything but 0 there is refused. */
	result = sys_process_vm_readv(pid, &local, 1, &remote, 1, 0);
	if (!built_without("process_vm_readv", result, "CROSS_MEMORY_ATTACH"))
		expect_true("process_vm_readv", same(here, there, 6) &&
			sys_process_vm_readv(pid, &local, 1, &remote, 1, 1)
			== -EINVAL);
	here[0] = 'R';
	result = sys_process_vm_writev(pid, &local, 1, &remote, 1, 0);
	if (!built_without("process_vm_writev", result, "CROSS_MEMORY_ATTACH"))
		expect_true("process_vm_writev", there[0] == 'R');
	expect_option("kcmp", sys_kcmp(pid, pid, 0, 0, 0), 0, "KCMP");
}

void check_memory(void)
{
	check_mmap();
	check_memory_policy();
	check_other_memory();
}
