; crt/dso_handle.asm
; a static program's own name for itself, which is never unloaded
;
; source  Itanium C++ ABI 3.3.6.3: only the address counts

        section .rodata.__dso_handle progbits alloc noexec nowrite align=1
        global  __dso_handle:data hidden (__dso_handle.end - __dso_handle)
__dso_handle:
        db      0
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
