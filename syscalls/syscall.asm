; syscalls/syscall.asm
; long syscall(long number, ...)
;
; Any call by its number, the C library's way: -1 and errno. Everything moves
; one place: the number to rax, C's argument 2 to 1 and so on; argument 6 of
; the system call is C's seventh, the first that lies on the stack. What
; gives the child another stack, or shares ours with it, needs sys_clone,
; sys_clone3 or sys_vfork: here both would return to one address.
;
; in      rdi = number, rsi rdx rcx r8 r9 [rsp + 8] = its arguments
; out     rax = result, or -1 and errno
; clobber rcx rdx rsi rdi r8 r9 r10 r11
; source  syscall(2), psABI 3.2.3, A.2.1

        section .text.syscall progbits alloc exec nowrite align=1
        extern  __sys_call
        extern  __premain_result
        global  $syscall:function (__syscall.end - __syscall)
$syscall:
__syscall:
        mov     rax, rdi
        mov     rdi, rsi
        mov     rsi, rdx
        mov     rdx, rcx
        mov     rcx, r8
        mov     r8, r9
        mov     r9, [rsp + 8]           ; above our return address
        call    __sys_call
        mov     rdi, rax                ; the argument of __premain_result
        jmp     __premain_result
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
