; crt/shared/dso_handle.asm
; the name that an object has for itself, and what it does when it goes
;
; source  Itanium C++ ABI 3.3.6.3; gABI ch. 5, Termination Functions
;
; Who registers a function with __cxa_atexit names the object by the address
; of __dso_handle, which is another one in each object. That loads this member
; and with it the last one of the object's destructors: it runs what is left.

        default rel

        section .rodata.__dso_handle progbits alloc noexec nowrite align=1
        global  __dso_handle:data hidden (__dso_handle.end - __dso_handle)
__dso_handle:
        db      0
.end:

        section .text.__premain_finalize progbits alloc exec nowrite align=1
        extern  __cxa_finalize
finalize:
        lea     rdi, [__dso_handle]
        jmp     [__cxa_finalize wrt ..got]

; The lowest priority stands first, and destructors run from the last one on.

        section .fini_array.00000 fini_array alloc noexec write align=8
        dq      finalize

        section .note.GNU-stack noalloc noexec nowrite progbits
