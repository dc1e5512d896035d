package ruff.jit.emit;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;

/**
 * What the verifier's tables need to know of classes: no two that meet in a local have anything in
 * common but being objects. So no class has to be loaded to find out.
 */
enum FlatHierarchy implements ClassHierarchyResolver {
  INSTANCE;

  @Override
  public ClassHierarchyInfo getClassInfo(ClassDesc type) {
    return ClassHierarchyInfo.ofClass(type.equals(Signature.OBJECT) ? null : Signature.OBJECT);
  }
}
