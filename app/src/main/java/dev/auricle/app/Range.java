package dev.auricle.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the number of an option may be, both ends included; {@link Ranges} holds it before a command
 * runs. Numbers without end and NaN lie in no range.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Range {
  double least();

  double most() default Double.POSITIVE_INFINITY;
}
