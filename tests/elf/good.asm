; tests/elf/good.asm
; A small shared object that has every table, and nothing by chance
;
; tests/45-elf.bats spoils it in hundreds of ways: so it is written byte by byte
; and is the same on every machine. Addresses are offsets: org 0. Segments are
; R, R+X and R+W, a page each and another page of zeros; no page lies between.
;
; build   nasm -f bin good.asm -o good.so
; look    readelf -aW good.so
; source  gABI ch. 4 and 5, psABI 4 and 5, LSB core 10.7

        bits    64
        org     0

PAGE    equ     0x1000
HEADERS equ     (headers.end - headers) / 56
SYMBOLS equ     (symbols.end - symbols) / 24

; type flags offset vaddr filesz memsz align, and the name for the reader
%macro  header  8
        dd      %1, %2
        dq      %3, %4, %4, %5, %6, %7
%endmacro

%macro  symbol  4                       ; name, info, section, value
        dd      %1
        db      %2, 0
        dw      %3
        dq      %4, 8
%endmacro

        db      0x7f, "ELF", 2, 1, 1, 0
        dq      0
        dw      3, 62                   ; ET_DYN, x86-64
        dd      1
        dq      code, headers, 0        ; e_entry e_phoff e_shoff
        dd      0
        dw      64, 56, HEADERS, 64, 0, 0

headers:
        header  6, 4, headers, headers, .end - headers, .end - headers, 8, PHDR
        header  3, 4, path, path, path.end - path, path.end - path, 1, INTERP
        header  1, 4, 0, 0, text_end, text_end, PAGE, LOAD
        header  1, 5, code, code, code.end - code, code.end - code, PAGE, LOAD
        header  1, 6, relro, relro, DATA, DATA + PAGE, PAGE, LOAD
        header  2, 6, dynamic, dynamic, DYNAMIC, DYNAMIC, 8, DYNAMIC
        header  7, 4, thread, thread, 8, 24, 8, TLS
        header  0x6474e552, 4, relro, relro, RELRO, RELRO, 1, GNU_RELRO
        header  0x6474e551, 6, 0, 0, 0, 0, 16, GNU_STACK
.end:

path:   db      "/lib/ld-premain.so.1", 0
.end:

        align   8, db 0
hash:   dd      2, SYMBOLS              ; nbucket nchain
        dd      4, 1                    ; buckets
        dd      0, 0, 0, 2, 3           ; chains, one a symbol

        align   8, db 0
gnu_hash:
        dd      2, 2, 1, 6              ; buckets, first symbol, words, shift
        dq      1 << 14 | 1 << 2 | 1 << 53 | 1 << 33 | 1 << 29
        dd      2, 3                    ; buckets
        dd      0x10f9208f, 0xf22b0874, 0xe71b785d ; chains

        align   8, db 0
symbols:
        symbol  0, 0, 0, 0
        symbol  puts - strings, 0x12, 0, 0
        symbol  number - strings, 0x11, 3, data
        symbol  answer - strings, 0x12, 2, code
        symbol  question - strings, 0x11, 3, data + 8
.end:

strings:
        db      0
puts:   db      "puts", 0
number: db      "number", 0
answer: db      "answer", 0
question:
        db      "question", 0
needed: db      "libneeded.so", 0
other:  db      "libother.so", 0
soname: db      "libgood.so", 0
path_:  db      "/opt/good", 0
version:
        db      "NEEDED_1", 0
own:    db      "GOOD_1", 0
.end:

        align   8, db 0
versyms:
        dw      0, 3, 2, 2, 2

        align   8, db 0
needs:  dw      1, 1                    ; vn_version vn_cnt
        dd      needed - strings, 16, 16 + 16
        dd      0x9989d01              ; vna_hash
        dw      0, 3                    ; vna_flags vna_other
        dd      version - strings, 0
        dw      1, 1
        dd      other - strings, 16, 0
        dd      0x9989d01
        dw      0, 4
        dd      version - strings, 0

        align   8, db 0
definitions:
        dw      1, 1, 1, 1              ; version flags ndx cnt
        dd      0x0e625a1f, 20, 28
        dd      soname - strings, 0
        dw      1, 0, 2, 2
        dd      0x04c43a21, 20, 0
        dd      own - strings, 8
        dd      soname - strings, 0

        align   8, db 0
relocations:
        dq      starts, 8, code         ; RELATIVE
        dq      ends, 8, code
        dq      data, 3 << 32 | 1, 0    ; 64 answer
        dq      slots, 1 << 32 | 6, 0   ; GLOB_DAT puts
.end:

plt_relocations:
        dq      slots + 24, 1 << 32 | 7, 0 ; JUMP_SLOT puts
.end:

relative:
        dq      data + 16, 11 << 1 | 1, data + 1024
.end:

thread: dq      42
text_end:

        align   PAGE, db 0
code:   ret
fini:   ret
        align   16, db 0x90
.end    equ     $
code.end equ    .end

        align   PAGE, db 0
relro:
first:  dq      0                       ; DT_PREINIT_ARRAY: nothing
starts: dq      code
ends:   dq      code

%macro  entry   2
        dq      %1, %2
%endmacro

dynamic:
        entry   1, needed - strings     ; NEEDED
        entry   1, other - strings
        entry   14, soname - strings
        entry   29, path_ - strings     ; RUNPATH
        entry   12, code                ; INIT
        entry   13, fini
        entry   32, first
        entry   33, 8
        entry   25, starts
        entry   27, 8
        entry   26, ends
        entry   28, 8
        entry   4, hash
        entry   0x6ffffef5, gnu_hash
        entry   5, strings
        entry   10, own.end - strings
        entry   6, symbols
        entry   11, 24
        entry   7, relocations
        entry   8, relocations.end - relocations
        entry   9, 24
        entry   0x6ffffff9, 2           ; RELACOUNT
        entry   23, plt_relocations
        entry   2, plt_relocations.end - plt_relocations
        entry   20, 7
        entry   3, slots
        entry   36, relative            ; RELR
        entry   35, relative.end - relative
        entry   37, 8
        entry   0x6ffffff0, versyms
        entry   0x6ffffffe, needs
        entry   0x6fffffff, 2
        entry   0x6ffffffc, definitions
        entry   0x6ffffffd, 2
        entry   30, 0                   ; FLAGS
        entry   0x6ffffffb, 0           ; FLAGS_1
        entry   21, 0                   ; DEBUG
        entry   0, 0
DYNAMIC equ     $ - dynamic
RELRO   equ     $ - relro

slots:  dq      0, 0, 0, 0
data:   times 16 dq 0
DATA    equ     $ - relro
