; std/stdio/stream.asm
; unsigned char __premain_stream_errors: a bit for each stream that has failed
;
; A program that asks with ferror loads this member, and with it a step of a
; failure: write_all's falls into it (layout/premain-start.ld).
;
; in      edi = descriptor, rax = -errno
; out     the same
; source  C11 7.21.2, the error indicator

        default rel

        section .fail.stream progbits alloc exec nowrite align=1
        cmp     edi, 2
        ja      .not_a_stream           ; dprintf has any descriptor
        bts     dword [__premain_stream_errors], edi
.not_a_stream:

        section .bss.stream nobits alloc noexec write align=4
        global  __premain_stream_errors:data hidden
__premain_stream_errors:
        resd    1

        section .note.GNU-stack noalloc noexec nowrite progbits
