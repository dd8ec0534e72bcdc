; tests/trace/heir.asm
; a thread that calls execve has its process's number from then on
;
; source  Linux fs/exec.c (de_thread); clone(2)
        bits    64
        default rel

CLONE_THREAD_FLAGS equ 0x50f00          ; VM FS FILES SIGHAND THREAD SYSVSEM
SYS_pause       equ 34
SYS_clone       equ 56
SYS_execve      equ 59

section .data
path:   db      "/bin/true", 0
words:  dq      path, 0

section .bss
        resb    4096
stack:

section .text
global _start
_start: mov     eax, SYS_clone
        mov     edi, CLONE_THREAD_FLAGS
        lea     rsi, [stack]
        xor     edx, edx
        xor     r10d, r10d
        xor     r8d, r8d
        syscall
        test    eax, eax
        jz      .thread
.wait:  mov     eax, SYS_pause          ; until the thread takes over
        syscall
        jmp     .wait
.thread:
        mov     eax, SYS_execve
        lea     rdi, [path]
        lea     rsi, [words]
        xor     edx, edx
        syscall
        ud2

section .note.GNU-stack noalloc noexec nowrite progbits
