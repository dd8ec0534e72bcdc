; syscalls/clone.asm
; long sys_clone(unsigned long flags, void *stack, int *parent_tid,
;         int *child_tid, unsigned long tls)
;
; The instruction returns twice, and the child's rsp is `stack`, where nobody
; has put a return address (with stack 0 it goes on with ours, as after fork;
; with CLONE_VM too, as after vfork). So the address travels in r9, which
; every child inherits, and each pushes it on the stack that it has then.
; Both return from here with the stack as before the call, or as given.
;
; The trap: a child on a new stack returns into the frame of its C caller,
; but the caller's locals stay on the old stack. There it may only call a
; function that is not inlined and never returns:
; `if (sys_clone(...) == 0) child();`. stack points at the END of the memory,
; is a multiple of 16, and some words above it should be readable: compilers
; load locals early.
;
; in      rdi rsi rdx rcx r8 = arguments 1 to 5, as C passes them
; out     rax = 0 in the child, its thread id in the parent, or -errno
; clobber rcx r11 (the instruction itself), r9 r10
; source  clone(2), psABI A.2.1
SYS_clone equ 56

        section .text.sys_clone progbits alloc exec nowrite align=1
        global  __sys_clone:function hidden (__sys_clone.end - __sys_clone)
        global  sys_clone:weak function hidden (__sys_clone.end - __sys_clone)
sys_clone:
__sys_clone:
        pop     r9                      ; where both of them return to
        mov     r10, rcx                ; argument 4: syscall destroys rcx
        mov     eax, SYS_clone
        syscall
        push    r9
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
