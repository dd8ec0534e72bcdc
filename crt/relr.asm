; crt/relr.asm
; the step in which a static-PIE moves itself to where the kernel put it
;
; clobber what a C function may
;
; It was linked for address 0, so its first byte's address is the distance.
; Code is position independent; what needs moving are addresses in data, and
; layout/premain-needs.ld asks for this step where the linker has packed them
; (DT_RELR).

        default rel

        section .start.relr progbits alloc exec nowrite align=1
        global  __premain_start_relr:function hidden \
                (__premain_start_relr.end - __premain_start_relr)
        extern  __ehdr_start
        extern  __premain_relr_start
        extern  __premain_relr_end
        extern  __premain_relocate_relr
__premain_start_relr:
        lea     rdi, [__ehdr_start]
        lea     rsi, [__premain_relr_start]
        lea     rdx, [__premain_relr_end]
        call    __premain_relocate_relr
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
