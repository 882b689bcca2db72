;; Sums over rows of 32-bit numbers, four at a time: a network of sparse features does nothing else. Addresses are in bytes, widths in numbers (a multiple
;; of four); a list is of the addresses of rows.
(module
  (import "env" "memory" (memory 1))

  ;; into += the rows of a list
  (func (export "addRows") (param $list i32) (param $count i32) (param $into i32) (param $width i32)
    (local $at i32) (local $end i32) (local $k i32) (local $sum v128)
    (local.set $width (i32.shl (local.get $width) (i32.const 2)))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (loop $columns
      (local.set $sum (v128.load (i32.add (local.get $into) (local.get $k))))
      (local.set $at (local.get $list))
      (block $none
        (br_if $none (i32.ge_u (local.get $at) (local.get $end)))
        (loop $rows
          (local.set $sum
            (f32x4.add (local.get $sum) (v128.load (i32.add (i32.load (local.get $at)) (local.get $k)))))
          (br_if $rows
            (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end)))))
      (v128.store (i32.add (local.get $into) (local.get $k)) (local.get $sum))
      (br_if $columns
        (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $width)))))

  ;; into = into × kept + from × scale
  (func $mix (export "mix") (param $into i32) (param $kept f32) (param $from i32) (param $scale f32) (param $width i32)
    (local $k i32)
    (local.set $width (i32.shl (local.get $width) (i32.const 2)))
    (loop $columns
      (v128.store (i32.add (local.get $into) (local.get $k))
        (f32x4.add
          (f32x4.mul (v128.load (i32.add (local.get $into) (local.get $k))) (f32x4.splat (local.get $kept)))
          (f32x4.mul (v128.load (i32.add (local.get $from) (local.get $k))) (f32x4.splat (local.get $scale)))))
      (br_if $columns
        (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $width)))))

  ;; into[n] = row n of a table × by
  (func (export "multiply") (param $rows i32) (param $count i32) (param $by i32) (param $into i32) (param $width i32)
    (local $k i32) (local $end i32) (local $sum v128)
    (local.set $width (i32.shl (local.get $width) (i32.const 2)))
    (local.set $end (i32.add (local.get $into) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (local.set $sum (f32x4.splat (f32.const 0)))
      (local.set $k (i32.const 0))
      (loop $columns
        (local.set $sum
          (f32x4.add (local.get $sum)
            (f32x4.mul (v128.load (i32.add (local.get $rows) (local.get $k)))
                       (v128.load (i32.add (local.get $by) (local.get $k))))))
        (br_if $columns
          (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $width))))
      (f32.store (local.get $into)
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
          (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
      (local.set $rows (i32.add (local.get $rows) (local.get $width)))
      (br_if $each
        (i32.lt_u (local.tee $into (i32.add (local.get $into) (i32.const 4))) (local.get $end)))))

  ;; Each row of a list a step down the slope, the shorter the more it has gone: `squares` lie beside the rows, the first number behind each
  (func (export "descend") (param $list i32) (param $count i32) (param $slope i32) (param $square f32) (param $rate f32) (param $decay f32) (param $width i32)
    (local $end i32) (local $row i32) (local $gone i32) (local $step f32)
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (block $none
      (br_if $none (i32.ge_u (local.get $list) (local.get $end)))
      (loop $rows
        (local.set $row (i32.load (local.get $list)))
        (local.set $gone (i32.add (local.get $row) (i32.shl (local.get $width) (i32.const 2))))
        (f32.store (local.get $gone) (f32.add (f32.load (local.get $gone)) (local.get $square)))
        (local.set $step (f32.div (local.get $rate) (f32.sqrt (f32.load (local.get $gone)))))
        (call $mix (local.get $row)
          (f32.sub (f32.const 1) (f32.mul (local.get $step) (local.get $decay)))
          (local.get $slope) (f32.neg (local.get $step)) (local.get $width))
        (br_if $rows
          (i32.lt_u (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $end)))))))
