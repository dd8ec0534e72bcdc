; tests/trace/i386.asm
; a 64-bit program that makes two 32-bit calls, getpid and exit(9)
;
; source  Linux arch/x86/entry/syscalls/syscall_32.tbl
        bits    64

section .text
global _start
_start: mov     eax, 20                 ; getpid there, writev here
        int     0x80
        mov     ebx, 9
        mov     eax, 1                  ; exit there, write here
        int     0x80
        ud2

section .note.GNU-stack noalloc noexec nowrite progbits
